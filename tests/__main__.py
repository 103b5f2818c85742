"""Every check, in order: python -m tests. Arguments go to pytest."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("python", "-m", "bot", "library", "check"),
)
# Two files of tests at a time, each from its beginning to its end, for some files share what they start.
AT_ONCE = ("-n", "2", "--dist", "loadfile")


def run(command: Sequence[str]) -> int:
    """Run a tool installed beside this Python, from the root of the checkout; returns its exit code."""
    sys.stdout.write(f"\n== {' '.join(command)}\n")
    sys.stdout.flush()
    tool, *arguments = command
    return subprocess.run([Path(sys.executable).with_name(tool), *arguments], cwd=ROOT, check=False).returncode


def main() -> int:
    """Stop at the first check that fails; pytest comes last, so that its closing line is the last."""
    for check in (*CHECKS, ("pytest", *AT_ONCE, *sys.argv[1:])):
        if code := run(check):
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
