"""Every card as it is sent, beside this file; after a change that is meant: pytest tests/cards --snapshot-update."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from cards.card import Card


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


def test_the_card_looks_as_it_did(card: Card, snapshot: SnapshotAssertion) -> None:
    assert {"summary": card.summary, "card": card.content} == snapshot
