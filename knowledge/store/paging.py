"""Going through many entries, a page at a time."""

from collections.abc import Iterator

from knowledge.store.contract import Entry, Transaction

PAGE = 200


def every(tx: Transaction, prefix: str) -> Iterator[Entry]:
    """Each entry whose key begins with `prefix`, in order of key; what has been passed may be deleted meanwhile."""
    after = ""
    while page := tx.query(prefix, after, PAGE):
        yield from page
        after = page[-1].key
