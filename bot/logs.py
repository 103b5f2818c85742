"""Structured logs: one JSON object a line, without what people wrote or are called."""

import contextlib
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import structlog
from structlog.tracebacks import ExceptionDictTransformer
from structlog.typing import Processor

FILE = "erfa.log"


@contextlib.contextmanager
def in_file(folder: Path, debug: bool) -> Iterator[None]:
    """Log into erfa.log in `folder`, which is made, where the terminal is for talking. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / FILE).open("a", encoding="utf-8") as file:
        configure(debug, file)
        try:
            yield
        finally:
            configure(debug)


def configure(debug: bool, file: TextIO | None = None) -> None:
    """Set up logging for the process, into `file` or else on stderr; only with `debug` may it hold message text."""
    file = file or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # Local variables hold what people wrote.
        structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=debug)),
    ]
    rendered = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    structlog.configure(
        processors=[*shared, rendered],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if debug else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file),
    )
    _same_for_libraries(shared, rendered, file)


def _same_for_libraries(shared: list[Processor], rendered: Processor, file: TextIO) -> None:
    handler = logging.StreamHandler(file)
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[remove_meta, rendered])
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
