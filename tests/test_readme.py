"""What the README says is so: commands, settings, folders, the two commands that come first."""

import argparse
import re
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.settings import Settings
from bot.typed import COMMANDS
from knowledge.library.case import parse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def subcommands(of: argparse.ArgumentParser, before: str = "") -> list[str]:
    nested = [each for each in of._actions if isinstance(each, argparse._SubParsersAction)]
    names = [(f"{before}{name}", sub) for each in nested for name, sub in each.choices.items()]
    return [deeper for name, sub in names for deeper in (subcommands(sub, f"{name} ") or [name])]


@pytest.mark.parametrize("command", subcommands(parser()))
def test_every_command_of_the_command_line_is_named(command: str) -> None:
    assert f"`{command}`" in README or f"python -m bot {command}" in README


@pytest.mark.parametrize("name", [f"ERFA_{each.upper()}" for each in Settings.model_fields])
def test_every_setting_is_named(name: str) -> None:
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("path", ["/api/messages", "/healthz", "/readyz", "/metrics"])
def test_every_address_is_named(path: str) -> None:
    assert path in README


def test_every_word_that_is_a_command_is_named() -> None:
    for command in COMMANDS:
        if not command.bare or "hjälp" in command.swedish:
            assert f"`{command.swedish[0]}`" in README
            assert f"`{command.english[0]}`" in README


def test_the_gate_runs_the_second_command() -> None:
    second = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)[1]
    assert second in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_two_commands_come_first() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README.partition("## För deltagare")[0], re.DOTALL)
    assert [len(block.strip().splitlines()) for block in blocks] == [1, 1]


def test_the_example_of_a_case_file_is_valid() -> None:
    [example] = re.findall(r"```markdown\n(.*?)```", README, re.DOTALL)
    assert parse(example, "torsboda.md").passages


@pytest.mark.parametrize("path", re.findall(r"`((?:bot|dialogs|cards|knowledge|manifest|tests)/[\w./-]*)`", README))
def test_every_file_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("module", re.findall(r"python -m (tests\.bench\.\w+)", README))
def test_every_benchmark_it_names_exists(module: str) -> None:
    assert (ROOT / f"{module.replace('.', '/')}.py").exists()


def test_its_picture_has_a_description() -> None:
    assert re.search(r"!\[[^\]]{40,}\]\(tests/e2e/erfa\.png\)", README)
