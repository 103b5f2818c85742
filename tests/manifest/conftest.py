import pytest

from manifest.app import App, check

BOT = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture
def values() -> dict[str, str | None]:
    """What an administrator would give."""
    return {
        "bot_id": BOT,
        "host": "bot.example.se",
        "publisher": "Region Exempel",
        "website": "https://www.example.se/erfa",
        "privacy": "https://www.example.se/dataskydd",
        "terms": "https://www.example.se/villkor",
        "version": "1.0.0",
    }


@pytest.fixture
def app(values: dict[str, str | None]) -> App:
    return check(values)
