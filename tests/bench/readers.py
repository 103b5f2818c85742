"""How far readers agree on what a transcript says: python -m tests.bench.readers

Two more readers went through most transcripts (`transcripts/readers`). They knew what there is to do and where it is
spoken of, and told who is to do it, by when, and what was settled of the next meeting; neither had seen the keys, what
Erfa found or what the other wrote. How far they agree with the keys is as far as any reader can be expected to.
"""

import json
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from tests.bench.meetings import FOLDERS, OWN, first_names, wrong_parts

READERS = ("one", "two")

Told = Mapping[str, Any]


def read_by(reader: str) -> dict[str, Told]:
    """What a reader told of each transcript, by its name."""
    told: dict[str, Told] = json.loads((OWN / "readers" / f"{reader}.json").read_text("utf-8"))
    return told


def agreed(keys: Mapping[str, Told], told: Mapping[str, Told]) -> str:
    """How many owners, days and next meetings a reader told as the keys do."""
    pairs = [(item, told[name]["actions"][item["id"]]) for name, key in keys.items() for item in key["actions"]]
    owners = sum(not item["who"] or bool(first_names(item["who"]) & first_names(its["who"])) for item, its in pairs)
    days = sum(item["when"] == its["when"] for item, its in pairs)
    following = sum(not wrong_parts(told[name]["next"], key["next_meeting"]) for name, key in keys.items())
    return f"owner {owners}/{len(pairs)}, day {days}/{len(pairs)}, next meeting {following}/{len(keys)}"


def _keys(folder: Path, read: Collection[str]) -> dict[str, Told]:
    """Of the transcripts that were read."""
    paths = [each for each in folder.glob("*.vtt") if each.stem in read]
    return {each.stem: json.loads(each.with_suffix(".key.json").read_text("utf-8")) for each in paths}


def main() -> None:
    told = {reader: read_by(reader) for reader in READERS}
    one, two = told.values()
    for folder in FOLDERS:
        keys = _keys(folder, one.keys())
        for reader, its in told.items():
            sys.stdout.write(f"{folder.name}: reader {reader} {agreed(keys, its)}\n")
        same = [
            one[name]["actions"][item["id"]]["when"] == two[name]["actions"][item["id"]]["when"]
            for name, key in keys.items()
            for item in key["actions"]
        ]
        sys.stdout.write(f"{folder.name}: both readers the same day {sum(same)}/{len(same)}\n")


if __name__ == "__main__":
    main()
