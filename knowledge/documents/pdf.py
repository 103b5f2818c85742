"""PDF files, read by a process of its own: a hostile one can take neither more time nor more memory than it is given.

Run as a module it reads a file on its standard input and writes the text, or ends with the code of a reason.
"""

import io
import os
import subprocess
import sys

from knowledge.documents.unreadable import Reason, Unreadable

SECONDS = 20
_MEMORY = 700_000_000  # bytes
_MOST_TEXT = 1_000_000  # characters
_PAGE_ENDS = "\f"
_NEEDED = ("PATH", "SYSTEMROOT", "PYTHONPATH")
_READER = (sys.executable, "-m", "knowledge.documents.pdf")
_CODES = {Reason.ENCRYPTED: 3, Reason.BROKEN: 4}


def pdf_pages(content: bytes) -> list[list[str]]:
    """The lines of text on each page of a PDF file. Raises Unreadable."""
    if not content.lstrip()[:5] == b"%PDF-":
        raise Unreadable(Reason.BROKEN)
    try:
        reader = subprocess.run(  # noqa: S603 - ourselves; what is untrusted goes to its standard input
            _READER, input=content, capture_output=True, timeout=SECONDS, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired as problem:
        raise Unreadable(Reason.BROKEN) from problem
    if reader.returncode:
        raise Unreadable(Reason.ENCRYPTED if reader.returncode == _CODES[Reason.ENCRYPTED] else Reason.BROKEN)
    pages = reader.stdout.decode("utf-8", errors="replace").split(_PAGE_ENDS)[:-1]
    return [page.splitlines() for page in pages]


def _environment() -> dict[str, str]:
    """Without our settings, which hold secrets."""
    return {name: value for name, value in os.environ.items() if name.upper() in _NEEDED}


def _main() -> int:
    _bound()
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - only this process pays for it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        pdf = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
        if pdf.is_encrypted and pdf.decrypt("") is PasswordType.NOT_DECRYPTED:
            return _CODES[Reason.ENCRYPTED]
        written = 0
        for page in pdf.pages:
            text = page.extract_text().replace(_PAGE_ENDS, "\n")
            sys.stdout.buffer.write(f"{text}{_PAGE_ENDS}".encode(errors="replace"))
            written += len(text)
            if written > _MOST_TEXT:
                break
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError, OSError):
        return _CODES[Reason.BROKEN]
    return 0


def _bound() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    sys.exit(_main())
