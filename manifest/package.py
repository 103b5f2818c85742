"""The zip that Teams takes: the manifest, its translation and the two icons, the same bytes for the same app."""

import json
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from manifest.app import App

SHIPPED = ("color.png", "outline.png", "en.json")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: a build leaves no trace of when it was made
PLAIN_FILE = 0o644 << 16


def template() -> dict[str, Any]:
    """The manifest as it is kept in the source, with the builder's fields unfilled."""
    content: dict[str, Any] = json.loads(_read("manifest.json"))
    return content


def manifest(app: App) -> dict[str, Any]:
    """The template with everything filled in that differs between organisations."""
    content = template()
    content["version"] = app.version
    content["id"] = str(app.id)
    content["developer"] = {
        "name": app.publisher,
        "websiteUrl": str(app.website),
        "privacyUrl": str(app.privacy),
        "termsOfUseUrl": str(app.terms or app.website),
    }
    content["bots"][0]["botId"] = str(app.bot_id)
    content["validDomains"] = [app.host]
    return content


def package(app: App) -> bytes:
    """The app as a zip file."""
    text = json.dumps(manifest(app), ensure_ascii=False, indent=2) + "\n"
    members = {"manifest.json": text.encode()} | {name: _read(name) for name in SHIPPED}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:  # stored, not compressed: zlib's bytes differ between its versions
        for name, content in members.items():
            archive.writestr(_member(name), content)
    return buffer.getvalue()


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, EPOCH)
    info.create_system = 3  # as if made on Unix, wherever it is made
    info.external_attr = PLAIN_FILE
    return info


def _read(name: str) -> bytes:
    return files("manifest").joinpath(name).read_bytes()
