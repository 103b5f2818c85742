"""A library as the files that `library import` reads, so that nothing is locked in."""

import io
import zipfile
from collections.abc import Mapping

from knowledge.library import catalogue
from knowledge.library.case import render
from knowledge.library.model import Kind
from knowledge.store.contract import Transaction

_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: the same library gives the same file


def texts(tx: Transaction, network: str) -> dict[str, str]:
    """The case files of a network, confidential ones too, by name; but for meetings, which are posts of its own."""
    cases = catalogue.cases(tx, network, leader_in_private=True)
    return {f"{case.id}.md": render(case) for case in cases if case.kind is not Kind.MEETING}


def zipped(files: Mapping[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()
