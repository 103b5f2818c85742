"""Just enough of PNG (8 bits a channel, no interlacing, no palette) to look at the pixels of an icon."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 6: 4}  # colour types: RGB, RGBA


@dataclass(frozen=True)
class Picture:
    """Rows of pixels from the top, each pixel a tuple of its channels, 0 to 255."""

    width: int
    height: int
    rows: list[list[tuple[int, ...]]]

    @property
    def pixels(self) -> list[tuple[int, ...]]:
        return [pixel for row in self.rows for pixel in row]


def decode(data: bytes) -> Picture:
    """Raises KeyError for a kind of PNG that an icon should not be, ValueError for what is no PNG."""
    if not data.startswith(SIGNATURE):
        raise ValueError("not a PNG")
    chunks = list(_chunks(data[len(SIGNATURE) :]))
    width, height, depth, colour, _, _, interlaced = unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or interlaced:
        raise ValueError("not 8 bits a channel, top to bottom")
    step = CHANNELS[colour]
    raw = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    rows = [list(zip(*[iter(line)] * step, strict=True)) for line in _lines(raw, width * step, step)]
    return Picture(width, height, rows)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    while data:
        length, kind = unpack(">I4s", data[:8])
        yield kind, data[8 : 8 + length]
        data = data[12 + length :]


def _lines(raw: bytes, length: int, step: int) -> Iterator[bytearray]:
    above = bytearray(length)
    for start in range(0, len(raw), length + 1):
        line = bytearray(raw[start + 1 : start + 1 + length])
        for at in range(length):
            left = line[at - step] if at >= step else 0
            corner = above[at - step] if at >= step else 0
            line[at] = (line[at] + _predicted(raw[start], left, above[at], corner)) % 256
        yield line
        above = line


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    """The PNG filters 0 to 4: none, sub, up, average, Paeth."""
    guess = left + above - corner
    nearest = min((left, above, corner), key=lambda each: abs(guess - each))
    return (0, left, above, (left + above) // 2, nearest)[kind]
