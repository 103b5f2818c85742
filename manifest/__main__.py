"""`python -m manifest` builds the Teams app that an administrator uploads."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from manifest.app import App, BadApp, Registration, check
from manifest.package import package, template


def main(arguments: list[str] | None = None) -> int:
    """Build the zip and say what to do with it. Returns the exit code: 2 when something is missing or wrong."""
    options = vars(_parser().parse_args(arguments))
    out = Path(options.pop("out"))
    try:
        app = check({"bot_id": Registration().app_id, **options})
        _write(out, package(app))
    except (BadApp, OSError) as problem:
        sys.stderr.write(f"python -m manifest: {problem}\n")
        return 2
    sys.stdout.write(_summary(out, app))
    return 0


def _parser() -> ArgumentParser:
    about = {name: field.description for name, field in App.model_fields.items()}
    parser = ArgumentParser("python -m manifest", description="Builds the Teams app of the bot that ERFA_APP_ID names.")
    parser.add_argument("--host", help=about["host"])
    parser.add_argument("--publisher", help=about["publisher"])
    parser.add_argument("--website", help=about["website"])
    parser.add_argument("--privacy", help=about["privacy"])
    parser.add_argument("--terms", help=f"{about['terms']}; the website where not given")
    parser.add_argument("--version", default=template()["version"], help=f"{about['version']} (%(default)s)")
    parser.add_argument(
        "--read-back", action="store_true", help="ask for the permission to look whether a post came through"
    )
    parser.add_argument(
        "--transcripts", action="store_true", help="ask for the permission to fetch the transcripts of meetings"
    )
    parser.add_argument("--out", default="build/erfa.zip", help="the file to write (%(default)s)")
    return parser


def _write(out: Path, content: bytes) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)


def _summary(out: Path, app: App) -> str:
    return (
        f"{out}: version {app.version} of app {app.id} for bot {app.bot_id}.\n"
        f"Messaging endpoint of the Azure Bot: https://{app.host}/api/messages\n"
    )


if __name__ == "__main__":
    sys.exit(main())
