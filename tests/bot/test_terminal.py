"""`python -m bot chat`: through a pipe, and at a real terminal."""

import json
import re
from pathlib import Path

from bot import logs
from bot.terminal import FOLDER, WIDEST
from cards.texts import text
from tests.bot.shell import Done, at_terminal, environment, run

RISK = "hur delar Sundsvall och Timrå risken i Torsboda?"
SHARED = "Sundsvall och Timrå delar på risk och avkastning"
FAILING = """
import sys
from bot import __main__, terminal
from bot.teams import Routes

async def fail(turn):
    raise RuntimeError("hemlig orsak")

terminal.open_routes = lambda store, settings: Routes(fail, fail)
sys.exit(__main__.main(["chat"]))
"""


async def chat(folder: Path, typed: str, **more: str) -> Done:
    return await run("-m", "bot", "chat", env=environment(folder, **more), typed=typed)


async def test_a_piped_question_is_answered_with_its_source(tmp_path: Path) -> None:
    done = await chat(tmp_path, RISK)
    assert (done.code, done.complained) == (0, "")
    assert done.said.startswith(SHARED)
    assert "1. Sundsvall och Timrå fördjupar samarbetet ytterligare (https://newsroom.notified.com/" in done.said


async def test_each_line_is_a_question_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    done = await chat(tmp_path, f"\n@Erfa: tack\n\n   \n{RISK}\nvad kostar parkeringen i Mora?\n")
    thanks, answer, unknown = done.said.find("Varsågod!"), done.said.find(SHARED), done.said.find("Det vet jag inte.")
    assert 0 == thanks < answer < unknown


async def test_a_number_clicks_what_it_stands_before(tmp_path: Path) -> None:
    done = await chat(tmp_path, f"{RISK}\n1\n1\n")
    answer, first, second = done.said.find(SHARED), done.said.find("Sida 1 av"), done.said.find("Sida 2 av")
    assert 0 == answer < first < second


async def test_an_item_of_a_list_is_opened_by_its_number(tmp_path: Path) -> None:
    listing = await chat(tmp_path, "fall")
    [line] = [each for each in listing.said.splitlines() if "▸ Ludvika" in each]
    number, _, title = line.strip().partition(" ▸ ")
    opened = await chat(tmp_path, f"fall\n{number}\n")
    assert f"\n{title}\n" in opened.said


async def test_a_choice_that_is_not_there_is_no_question(tmp_path: Path) -> None:
    done = await chat(tmp_path, "7\n")
    assert done.said == text("sv", "chat-no-such", number="7") + "\n\n"


async def test_what_was_offered_stays_until_something_else_is(tmp_path: Path) -> None:
    done = await chat(tmp_path, f"{RISK}\n99\n1\n")
    assert "Sida 1 av" in done.said


async def test_it_follows_up_what_was_just_asked(tmp_path: Path) -> None:
    done = await chat(tmp_path, "vad säger SCB:s prognos om befolkningen i Ludvika?\noch Borlänge då?\n")
    assert "färre invånare i Borlänge" in done.said


async def test_nothing_but_itself_is_written_in_any_encoding(tmp_path: Path) -> None:
    done = await chat(tmp_path, "tack", PYTHONUTF8="0", PYTHONIOENCODING="ascii", ERFA_LANGUAGE="en")
    assert (done.code, done.complained) == (0, "")
    assert done.said


async def test_a_failure_is_apologised_for_and_logged(tmp_path: Path) -> None:
    done = await run("-c", FAILING, env=environment(tmp_path), typed="hej\nhej\n")
    first, second = re.findall(r"referensen (\w+)", done.said)
    assert (done.code, done.complained) == (0, "")
    log = [json.loads(line) for line in (tmp_path / FOLDER / logs.FILE).read_text().splitlines()]
    assert [line["reference"] for line in log] == [first, second]
    assert log[0]["exception"][0]["exc_value"] == "hemlig orsak"
    assert "hemlig" not in done.said


async def test_one_conversation_at_a_time_has_the_store(tmp_path: Path) -> None:
    async with at_terminal("-m", "bot", "chat", env=environment(tmp_path)) as terminal:
        await terminal.until("> ")
        done = await chat(tmp_path, RISK)
        assert (done.code, done.said, done.complained.count("\n")) == (1, "", 1)
        terminal.type("\x04")
        assert await terminal.end() == 0


async def test_at_a_terminal_it_introduces_itself_and_answers(tmp_path: Path) -> None:
    async with at_terminal("-m", "bot", "chat", env=environment(tmp_path)) as terminal:
        shown = await terminal.until("\n> ")
        assert shown.startswith(text("sv", "intro-title"))
        assert text("sv", "chat-how") in shown
        terminal.type(f"{RISK}\n")
        shown = await terminal.until("\n> ", times=2)
        assert SHARED in " ".join(shown.split())
        assert all(len(line) <= WIDEST or len(line.split()) == 1 for line in shown.splitlines()), "a line but a link"
        assert await terminal.interrupt() == 0
        assert "Traceback" not in terminal.shown


async def test_its_store_is_not_the_bots_own(tmp_path: Path) -> None:
    await chat(tmp_path, RISK)
    assert names(tmp_path) == [FOLDER]


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]
