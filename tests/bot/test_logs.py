"""What a log line holds, and what it must not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FAILING = """
import logging, structlog
from bot import logs
logs.configure(debug={debug})
def answer(words):
    raise LookupError("found nothing")
for log in (structlog.get_logger(), logging.getLogger("aiohttp.server")):
    try:
        answer("hemligheten")
    except LookupError:
        log.exception("turn_failed")
structlog.get_logger().debug("heard", words="viskningen")
"""


@pytest.mark.parametrize("debug", [True, False])
def test_only_debug_tells_what_people_wrote(debug: bool) -> None:
    script = [sys.executable, "-c", FAILING.format(debug=debug)]
    ended = subprocess.run(script, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    failures = [line for line in lines if line["level"] == "error"]
    assert [line["exception"][0]["exc_type"] for line in failures] == ["LookupError", "LookupError"]
    assert ("hemligheten" in ended.stderr) == debug
    assert ("viskningen" in ended.stderr) == debug
