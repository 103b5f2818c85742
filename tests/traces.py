"""What can still be read in the files of a store."""

from collections.abc import Iterable
from pathlib import Path


def left_in(folder: Path, traces: Iterable[str]) -> list[str]:
    """The traces that stand somewhere in the bytes of the files, whatever their case."""
    files = (file for file in folder.rglob("*") if file.is_file())
    written = "".join(file.read_bytes().decode(errors="ignore") for file in files).casefold()
    return [trace for trace in traces if trace.casefold() in written]
