"""Every card in every language, one at a time."""

import pytest

from cards.card import Card
from cards.texts import LANGUAGES
from tests.cards.samples import CARDS


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=CARDS)
def card(request: pytest.FixtureRequest, language: str) -> Card:
    return CARDS[request.param](language)
