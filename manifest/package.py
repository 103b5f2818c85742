"""The zip that Teams takes: the manifest, its translation and the two icons, the same bytes for the same app."""

import json
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from manifest.app import App

SHIPPED = ("color.png", "outline.png")
READS = "{{set by the builder: what Erfa reads}}"
# Of one team at a time, given by its owner. With it Teams also delivers to the bot what does not mention it.
READ_BACK = ("ChannelMessage.Read.Group",)
# Of one meeting at a time, given by who adds the app to it, or of the meetings in one team's channels: that one has
# ended, who called it, and what was transcribed. Of channels nobody can ask for the last so, see README.
TRANSCRIPTS = ("OnlineMeeting.ReadBasic.Chat", "OnlineMeetingTranscript.Read.Chat", "ChannelMeeting.ReadBasic.Group")
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
    for part in (*content["bots"], *content["composeExtensions"]):
        part["botId"] = str(app.bot_id)
    content["validDomains"] = [app.host]
    content["description"]["full"] = _said(content["description"]["full"], app, "sv")
    asked = [*(READ_BACK if app.read_back else ()), *(TRANSCRIPTS if app.transcripts else ())]
    if asked:
        # Teams demands a resource, and makes nothing of it.
        content["webApplicationInfo"] = {"id": str(app.bot_id), "resource": f"https://{app.host}"}
        specific = [{"name": name, "type": "Application"} for name in asked]
        content["authorization"] = {"permissions": {"resourceSpecific": specific}}
    return content


def translation(app: App) -> dict[str, str]:
    """The English words of the manifest."""
    content: dict[str, str] = json.loads(_read("en.json"))
    return {path: _said(words, app, "en") for path, words in content.items()}


def package(app: App) -> bytes:
    """The app as a zip file."""
    members = {"manifest.json": _written(manifest(app)), "en.json": _written(translation(app))}
    members |= {name: _read(name) for name in SHIPPED}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:  # stored, not compressed: zlib's bytes differ between its versions
        for name, content in members.items():
            archive.writestr(_member(name), content)
    return buffer.getvalue()


def _said(words: str, app: App, language: str) -> str:
    """With what Erfa reads, which the description must tell whoever adds the app."""
    reads = json.loads(_read("reads.json"))[language]
    told = [
        reads["read back" if app.read_back else "meant for it"],
        *([reads["transcripts"]] if app.transcripts else []),
    ]
    return words.replace(READS, " ".join(told))


def _written(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, EPOCH)
    info.create_system = 3  # as if made on Unix, wherever it is made
    info.external_attr = PLAIN_FILE
    return info


def _read(name: str) -> bytes:
    return files("manifest").joinpath(name).read_bytes()
