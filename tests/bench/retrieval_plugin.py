"""Erfa's index for a retrieval harness: `build(passages)` with `search`, `answer` and `update`."""

import re
from typing import Any

from knowledge.library.index import PassageIndex, Text, in_so_many_words
from knowledge.library.tokens import tokens

ANSWER_FROM = 0.38


class Retrieval:
    def __init__(self, passages: list[dict[str, str]]) -> None:
        self.passages = {each["id"]: each for each in passages}
        self.index = PassageIndex(map(_text, passages))

    def search(self, query: str, limit: int) -> list[tuple[str, float, float]]:
        return [(hit.id, hit.score, hit.confidence) for hit in self.index.search(in_so_many_words(query), limit)]

    def answer(self, query: str) -> dict[str, Any]:
        hits = self.index.search(in_so_many_words(query), 1)
        if not hits:
            return {"abstain": True, "confidence": 0.0, "passage": "", "sentence": ""}
        best = hits[0]
        return {
            "abstain": best.confidence < ANSWER_FROM,
            "confidence": best.confidence,
            "passage": best.id,
            "sentence": self.sentence(query, self.passages[best.id]["text"]),
        }

    def sentence(self, query: str, text: str) -> str:
        asked = set(tokens(query))
        weight = self.index.idf(asked)
        sentences = re.split(r"(?<=[.!?])\s+", text)
        return max(sentences, key=lambda each: sum(weight[t] for t in asked & set(tokens(each))))

    def update(self, add: list[dict[str, str]] | None = None, remove: list[str] | None = None) -> None:
        self.index.update(map(_text, add or []), remove or [])


def _text(passage: dict[str, str]) -> Text:
    return Text(passage["id"], passage["text"], passage["title"])


def build(passages: list[dict[str, str]]) -> Retrieval:
    return Retrieval(passages)
