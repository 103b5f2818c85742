"""Structured logs: one JSON object a line on stderr, without what people wrote or are called."""

import logging
import sys

import structlog
from structlog.tracebacks import ExceptionDictTransformer
from structlog.typing import Processor


def configure(debug: bool) -> None:
    """Set up logging for the process; only with `debug` may a line hold message text."""
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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    _same_for_libraries(shared, rendered)


def _same_for_libraries(shared: list[Processor], rendered: Processor) -> None:
    handler = logging.StreamHandler(sys.stderr)
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[remove_meta, rendered])
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
