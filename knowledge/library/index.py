"""The search index: which passages speak of what is asked, and how sure that is.

tantivy scores (BM25) over our own tokens. A hit's `confidence` is its score as a share of the highest score
the question could get: the sum over all its tokens, the unknown ones too. 0 to 1.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tantivy import Document, Index, Occur, Query, SchemaBuilder, Searcher

from knowledge.library.tokens import tokens

_K1 = 1.2  # tantivy's BM25 constant
_ANY = "*"  # no piece of a word
_WRITER_BYTES = 15_000_000  # the least tantivy takes


@dataclass(frozen=True, slots=True)
class Text:
    """What is indexed of a passage; `context` (title, heading, other names) counts as said twice.

    What `weighs` decides how telling words are. Lessons do not: however many there are, and however alike, what makes
    out a question stays the same.
    """

    id: str
    body: str
    context: str = ""
    weighs: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    id: str
    score: float
    confidence: float


class PassageIndex:
    """An in-memory index of passages; one thread writes at a time, any number search."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        schema = SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        schema.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        schema.add_text_field("weighs", stored=False, tokenizer_name="whitespace", index_option="basic")
        self._schema = schema.build()
        self._index = Index(self._schema)
        self.update(add=texts)

    def update(self, add: Iterable[Text] = (), remove: Iterable[str] = ()) -> None:
        """Add and remove passages; searches see the change when this returns."""
        writer = self._index.writer(_WRITER_BYTES, 1)
        for passage in remove:
            writer.delete_documents_by_term("id", passage)
        for text in add:
            pieces = tokens(text.body) + 2 * tokens(text.context)
            said = " ".join(pieces)
            writer.add_document(Document(id=[text.id], body=[said], weighs=[f"{_ANY} {said}" if text.weighs else ""]))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, asked: Mapping[str, float], limit: int = 10) -> list[Hit]:
        """The passages nearest to the tokens `asked`, each with its weight (1: asked for in so many words)."""
        searcher = self._index.searcher()
        if not asked or not searcher.num_docs:
            return []
        terms = [(Occur.Should, self._term(token, weight)) for token, weight in asked.items()]
        ceiling = (_K1 + 1) * sum(weight * _idf(searcher, token) for token, weight in asked.items())
        found = searcher.search(Query.boolean_query(terms), limit, count=False).hits
        return [Hit(str(searcher.doc(address)["id"][0]), score, min(1.0, score / ceiling)) for score, address in found]

    def idf(self, tokens: Iterable[str]) -> dict[str, float]:
        """How telling each token is here: high where few passages hold it, highest where none does."""
        searcher = self._index.searcher()
        return {token: _idf(searcher, token) for token in tokens}

    def _term(self, token: str, weight: float) -> Query:
        term = Query.term_query(self._schema, "body", token, "freq")
        return term if weight == 1 else Query.boost_query(term, weight)


def in_so_many_words(question: str) -> dict[str, float]:
    """The tokens of a question as they stand, for `search`."""
    return dict.fromkeys(tokens(question), 1.0)


def _idf(searcher: Searcher, token: str) -> float:
    holding, all_there_are = searcher.doc_freq("weighs", token), searcher.doc_freq("weighs", _ANY)
    return math.log(1 + (all_there_are - holding + 0.5) / (holding + 0.5))
