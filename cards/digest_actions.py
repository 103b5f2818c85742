"""What the buttons of digests mean."""

from typing import Literal

from cards.payload import Id, InNetwork, Payload, Typed


class ShowDigestSettings(Payload):
    """When the digest comes and what is in it, to be changed."""

    verb: Literal["show_digest_settings"] = "show_digest_settings"


class SaveDigestSettings(Payload):
    """Have the digest come as was filled in."""

    verb: Literal["save_digest_settings"] = "save_digest_settings"
    every: Typed
    weekday: Typed = ""
    at: Typed = ""
    sections: Typed = ""
    pauses: Typed = ""


class PreviewDigest(Payload):
    """The digest as it would be now."""

    verb: Literal["preview_digest"] = "preview_digest"


class SendDigest(Payload):
    """Post the digest now; `digest` is what it is called from then on, so that a second click posts no second one."""

    verb: Literal["send_digest"] = "send_digest"
    digest: Id


class ListDigests(Payload):
    """The digests that were sent."""

    verb: Literal["list_digests"] = "list_digests"


class RemoveDigest(Payload):
    """Take a digest back from the channel, once one is `sure`."""

    verb: Literal["remove_digest"] = "remove_digest"
    digest: Id
    sure: bool = False


class ShowDigest(InNetwork):
    """Return to a digest, or see `all` it could tell."""

    verb: Literal["show_digest"] = "show_digest"
    digest: Id
    all: bool = False


class SubscribeDigest(Payload):
    """Ask for a digest of one's own, about what was filled in."""

    verb: Literal["subscribe_digest"] = "subscribe_digest"
    themes: Typed = ""


class StopDigest(Payload):
    """Have no digest of one's own any more, from `network`, which need not be the one last written in."""

    verb: Literal["stop_digest"] = "stop_digest"
    network: Id


DigestAction = (
    ShowDigestSettings
    | SaveDigestSettings
    | PreviewDigest
    | SendDigest
    | ListDigests
    | RemoveDigest
    | ShowDigest
    | SubscribeDigest
    | StopDigest
)
