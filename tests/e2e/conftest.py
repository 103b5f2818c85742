"""`python -m bot play`, and a browser that opens it: both anew for each module, since any may run before any other."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from bot import playground
from tests.bot.loopback import free_port
from tests.e2e.client import Client, Looks
from tests.e2e.others import Others
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WINDOW: ViewportSize = {"width": 1280, "height": 1600}  # pixels; high enough for a page of a case
SECONDS_TO_START = playground.MINUTES_TO_START * 60  # the first time, npx fetches it


@dataclass(frozen=True)
class Started:
    """Where the Playground is open, and where the bot behind it listens."""

    playground: str
    bot: str


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """The Playground, with the bot behind it and an empty store."""
    if not os.environ.get("CI"):
        if CHROMIUM is None:
            pytest.skip("Chromium is not installed")
        if not playground.is_available():
            pytest.skip("Node.js and npx are not installed")
    port, bot_port = free_port(), free_port()
    environment = {**os.environ, "ERFA_DATA": str(tmp_path_factory.mktemp("data")), "ERFA_PORT": str(bot_port)}
    command = [sys.executable, "-m", "bot", "play", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL) as process:
        try:
            wait_until_open(process, port)
            yield Started(f"http://localhost:{port}", f"http://127.0.0.1:{bot_port}")
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=SECONDS) == 0


def wait_until_open(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert process.poll() is None, "python -m bot play ended"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_debug/ping", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The Playground did not open.")


@pytest.fixture(scope="module")
def page(started: Started) -> Iterator[Page]:
    """Closed with its module, since while Playwright runs no test can be async."""
    expect.set_options(timeout=SECONDS * 1000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM or "/usr/bin/chromium", args=FLAGS)
        page = chromium.new_page(viewport=WINDOW, locale="sv-SE")
        page.set_default_timeout(SECONDS * 1000)
        page.goto(started.playground)
        page.get_by_role("button", name="Hide log panel").click()
        yield page
        chromium.close()


@pytest.fixture
def looks(tmp_path: Path, request: pytest.FixtureRequest) -> Looks:
    """Saves what is seen in the folder ERFA_SCREENSHOTS, or else a temporary one."""
    folder = Path(os.environ.get("ERFA_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return Looks(folder, re.sub(r"\W+", "-", request.node.name.removeprefix("test_")))


@pytest.fixture
def others(started: Started) -> Others:
    return Others(started.bot, f"{started.playground}/_connector")


@pytest.fixture
def teams(page: Page, looks: Looks) -> Client:
    return Client(page, looks)
