"""The cards of people, as full as they may be, and whom they mention."""

import re
from dataclasses import replace
from datetime import UTC

import pytest

from cards import contacts, people, personal
from cards.people_actions import SaveProfile
from cards.texts import text
from knowledge.contacts import Contact
from knowledge.library.model import THEMES
from knowledge.people import Challenges
from knowledge.personal import Fact
from tests.cards import people_samples, reading
from tests.cards.people_samples import NOW
from tests.cards.test_hostile import HOSTILE, MARKUP, UNSEEN
from tests.cards.test_limits import fits


def test_the_longest_profile_fits(language: str) -> None:
    told = Challenges(THEMES, "å" * 300)
    profile = replace(people_samples.ASA, name="Å" * 300, been_through=told, faces=told, role="å" * 100)
    profile = replace(profile, would_ask="å" * 500, not_with=("å" * 500,))
    own = people.Own(profile, known=True, found=True, paused=False)
    fits(people.profile(own, language))
    typed = people.as_typed(profile)
    everything = SaveProfile.model_validate({**typed.model_dump(), **dict.fromkeys(people.MOST, "å" * 5000)})
    fits(people.profile(own, language, typed=everything, bad=SaveProfile.model_fields.keys()))


def test_very_many_people_fit(language: str) -> None:
    told = Challenges(THEMES, ",".join("å" * 99 for _ in range(3)))
    profile = replace(people_samples.ASA, name="Å" * 300, role="å" * 100, been_through=told, faces=told)
    many = [Contact(profile, told.phrases, told.phrases)] * 300
    card = contacts.contacts(many, "å" * 1000, language, from_question=True)
    fits(card)
    assert text(language, "contacts-more", count=295) in reading.markdown(card)
    fits(contacts.posted(profile, "Å" * 300, "å" * 1000, language))
    fits(contacts.form(profile, "q" * 200, language, typed="å" * 5000, bad=True))


def test_very_much_that_is_kept_fits(language: str) -> None:
    facts = [Fact("private-question", {"question": "å" * 1000, "at": NOW}, "19:" + "x" * 200)] * 500
    card = personal.data(facts, UTC, language)
    fits(card)
    assert text(language, "personal-room") in reading.markdown(card)
    for count in range(0, 30, 3):
        fits(personal.copy(facts[:count], language))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_question_mentions_whom_it_asks_and_nobody_else(name: str) -> None:
    hostile = HOSTILE[name]
    card = contacts.posted(people_samples.profile_saying(hostile), hostile, hostile, "sv")
    [mention] = card.content["msteams"]["entities"]
    first, *others = reading.markdown(card)
    assert first.startswith(f"{mention['text']}, ")
    assert re.fullmatch(r"<at>[^<>]+</at>", mention["text"])
    for words in (first.removeprefix(mention["text"]), *others, mention["mentioned"]["name"]):
        assert not MARKUP.search(words), words
    assert not UNSEEN.search(" ".join((card.summary, *reading.literal(card), *reading.markdown(card))))
    assert reading.schema_errors(card) == []
