"""What the subcommands of `python -m bot` share."""

import argparse
import sys
from typing import Protocol


class Subparsers(Protocol):
    """Where a subcommand adds itself; it sets `run`, a function of the arguments and the settings."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...


def say(line: str) -> None:
    """One line for whoever typed the command."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """One line that says why it was not done."""
    sys.stderr.write(line + "\n")
