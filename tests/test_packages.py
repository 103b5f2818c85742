"""What is installed is whole: every file that the code reads is in the package."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
PACKAGES = [each.removesuffix("*") for each in SETUPTOOLS["packages"]["find"]["include"]]


def data_files(package: str) -> set[Path]:
    """What the code reads: neither code nor what the icons were drawn from."""
    found = (ROOT / package).rglob("*")
    return {each for each in found if each.is_file() and each.suffix not in {".py", ".pyc", ".svg"}}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_beside_the_code_is_installed_with_it(package: str) -> None:
    globs = SETUPTOOLS["package-data"].get(package, [])
    installed = {each for glob in globs for each in (ROOT / package).glob(glob)}
    assert data_files(package) <= installed
    assert all(any((ROOT / package).glob(glob)) for glob in globs)
