"""Going through many entries, a page at a time."""

from collections.abc import Iterator

from knowledge.store.contract import Entry, Transaction

PAGE = 200


def every(tx: Transaction, prefix: str, after: str = "") -> Iterator[Entry]:
    """Each entry whose key begins with `prefix` and sorts after `after`, in order of key.

    What has been passed may be deleted meanwhile.
    """
    while page := tx.query(prefix, after, PAGE):
        yield from page
        after = page[-1].key
