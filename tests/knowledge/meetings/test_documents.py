"""Reading what people send: every form a transcript comes in gives the same lines."""

from datetime import timedelta

import pytest

from knowledge.meetings.documents import Reason, Unreadable, read, read_text
from knowledge.meetings.model import Form, Line

NEW = "WEBVTT\n\n00:00:07.621 --> 00:00:16.845\n<v Karin Ståhlberg>Hör ni mig? God morgon.</v>\n"
OLD = "WEBVTT\n\n0:0:7.621 --> 0:0:16.85\n<v Karin Ståhlberg>Hör ni mig? God morgon.</v>\n"
DOWNLOADED = "WEBVTT\n\ndb5b/2-0\n00:00:07.621 --> 00:00:16.845\n<v Karin Ståhlberg>Hör ni mig?\nGod morgon.</v>\n"
METADATA = (
    "WEBVTT\n\n00:00:07.621 --> 00:00:16.845\n"
    '{"startDateTime": "2026-02-12T09:02:07.621053+01:00", "speakerName": "Karin Ståhlberg", '
    '"spokenText": "Hör ni mig? God morgon.", "spokenLanguage": "sv-se"}\n'
)


@pytest.mark.parametrize("content", [NEW, OLD, DOWNLOADED, METADATA], ids=["new", "old", "downloaded", "metadata"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_form_of_a_transcript_gives_what_was_said_by_whom_and_when(content: str, ends: str) -> None:
    document = read("möte.vtt", content.replace("\n", ends).encode())
    said = Line("Hör ni mig? God morgon.", "Karin Ståhlberg", timedelta(seconds=7.621))
    assert (document.form, document.lines) == (Form.TRANSCRIPT, (said,))


def test_a_transcript_can_be_pasted() -> None:
    assert read_text(NEW) == read("möte.vtt", NEW.encode())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("möte.xlsx", b"...", Reason.WRONG_TYPE),
        ("möte.txt", b" \n", Reason.EMPTY),
        ("möte.txt", b"a" * 20_000_001, Reason.TOO_LARGE),
        ("möte.txt", b"a" * 2_000_001, Reason.TOO_LONG),
        ("möte.vtt", b"WEBVTT\n\n", Reason.NO_TEXT),
    ],
)
def test_what_cannot_be_read_has_a_reason(name: str, content: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    assert refused.value.reason is reason
