"""The command line: `python -m bot` runs the bot, `python -m bot COMMAND` does something beside it."""

import argparse
import sys

from bot import library, logs, move, operate, play, terminal
from bot.commands import complain
from bot.routes import open_routes
from bot.serve import serve
from bot.settings import BadSettings, load

COMMANDS = (
    operate.add_backup,
    operate.add_restore,
    move.add_move,
    library.add_library,
    play.add_play,
    terminal.add_chat,
)


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="python -m bot", description="Run Erfa, or do one of these beside it.")
    whole.add_argument("--debug", action="store_true", help="log what people write, too")
    whole.set_defaults(run=lambda _, settings: serve(settings, open_routes))
    subparsers = whole.add_subparsers(metavar="COMMAND")
    for add in COMMANDS:
        add(subparsers)
    return whole


def main(arguments: list[str]) -> int:
    """Returns the exit code; 2 when the command line or a setting is wrong."""
    parsed = parser().parse_args(arguments)
    logs.configure(parsed.debug)
    try:
        settings = load()
    except BadSettings as error:
        complain(str(error))
        return 2
    code: int = parsed.run(parsed, settings)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
