"""The cards of groups mention those who are in them, and nobody else, whatever they are called and have told."""

import re

import pytest

from tests.cards import reading, round_samples
from tests.cards.test_hostile import HOSTILE, IN_TEAMS, LINKED, MARKUP, UNSEEN


@pytest.mark.parametrize("name", HOSTILE)
def test_a_group_is_mentioned_and_nobody_else(name: str) -> None:
    for card in round_samples.mentioning(HOSTILE[name]):
        mentions = card.content["msteams"]["entities"]
        assert len(mentions) == 4
        assert all(re.fullmatch(r"<at>[^<>]+</at>", each["text"]) for each in mentions)
        for words in reading.markdown(card):
            links = [found[2] for found in LINKED.finditer(words)]
            assert all(each.startswith(IN_TEAMS) for each in links)
            said = LINKED.sub(lambda found: found[1], words)
            for each in mentions:
                said = said.replace(each["text"], "")
            assert not MARKUP.search(said), words
        assert not UNSEEN.search(" ".join((card.summary, *reading.literal(card), *reading.markdown(card))))
        assert reading.schema_errors(card) == []
        assert reading.size(card) < reading.LARGEST


def test_without_a_user_name_for_each_there_is_no_link_to_a_chat() -> None:
    with_all = round_samples.CARDS["triad-agreed-pair"]("sv")
    without = round_samples.CARDS["triad-agreed"]("sv")
    assert any("l/chat/0/0" in each for each in reading.markdown(with_all))
    assert not any("l/chat/0/0" in each for each in reading.markdown(without))
