"""Disks small enough to fill. Mounting takes root: elsewhere the tests that need it are skipped, in CI never."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """Mount a disk that refuses a write when it is full."""
    at.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at))
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def resize(disk: Path, size: str) -> None:
    _mount("-o", f"remount,size={size}", str(disk))


@contextmanager
def lying_disk(at: Path, beneath: Path) -> Iterator[Path]:
    """Mount a disk that takes every write and fails at fsync, once `beneath` is full: a file system in a sparse file.

    The page cache accepts what the device cannot store, and fsync is the first to know, as on a dying disk.
    """
    image = beneath / "image"
    with image.open("wb") as sparse:
        sparse.truncate(64 * 1024 * 1024)
    subprocess.run(["mkfs.ext2", "-q", "-m", "0", "-O", "^resize_inode", str(image)], check=True)
    at.mkdir()
    _mount("-o", "loop", str(image), str(at))
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def _mount(*arguments: str) -> None:
    mounted = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if mounted.returncode == 0:
        return
    complaint = f"cannot mount a small disk here: {mounted.stderr.strip()}"
    if os.environ.get("CI"):
        pytest.fail(complaint)
    pytest.skip(complaint)
