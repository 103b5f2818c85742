"""Files of Office are archives of XML: only what is wanted of one is unpacked, no further than a limit."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException

from knowledge.documents.unreadable import Reason, Unreadable

UNPACKED_LIMIT = 40_000_000  # bytes of XML
_OLE = b"\xd0\xcf\x11\xe0"  # how Office wraps what it encrypts


class Limited:
    """A stream that refuses to be read beyond the limit, whatever the archive says of its size."""

    def __init__(self, stream: IO[bytes], limit: int = UNPACKED_LIMIT) -> None:
        self._stream = stream
        self.left = limit

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, self.left + 1) if size >= 0 else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable(Reason.TOO_LARGE)
        return data


@contextmanager
def unpacking(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive; whatever goes wrong while it is read raises Unreadable."""
    if content.startswith(_OLE):
        raise Unreadable(Reason.ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ParseError, DefusedXmlException, EOFError) as problem:
        raise Unreadable(Reason.BROKEN) from problem
    except (RuntimeError, NotImplementedError) as problem:  # a password, or a way of packing that is not known
        raise Unreadable(Reason.ENCRYPTED if "encrypted" in str(problem) else Reason.BROKEN) from problem
    except (ValueError, OSError, zipfile.zlib.error) as problem:  # type: ignore[attr-defined]
        raise Unreadable(Reason.BROKEN) from problem


def local_name(element: Element) -> str:
    """What an element is called, whatever its namespace."""
    return element.tag.rpartition("}")[2]
