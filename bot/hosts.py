"""Whom the bot may call."""

from yarl import URL

from bot.settings import Settings, is_loopback

FILE_HOSTS = ".sharepoint.com"  # OneDrive for Business too: files sent to a bot are kept in *-my.sharepoint.com


def is_loopback_url(url: str) -> bool:
    """Whether `url` leads to this machine; read with the parser that the client which calls it uses."""
    try:
        return is_loopback(URL(url).host or "")
    except ValueError:
        return False


def trusted(settings: Settings, service_url: str) -> bool:
    """Whether the bot may speak there and show its token: to Teams' own hosts over TLS; in local mode to this machine.

    The token of a request vouches for its service URL; this holds even if that should fail.
    """
    if is_loopback_url(service_url):
        return settings.local or (URL(service_url).host or "") in settings.service_hosts
    try:
        url = URL(service_url)
    except ValueError:
        return False
    return not settings.local and url.scheme == "https" and (url.host or "").lower() in settings.service_hosts


def keeps_files(settings: Settings, url: str) -> bool:
    """Whether files may be fetched and put there: over TLS in Teams' storage; in local mode on this machine."""
    if settings.local:
        return is_loopback_url(url)
    try:
        at = URL(url)
    except ValueError:
        return False
    bare = "@" not in at.raw_authority and at.is_default_port()
    return at.scheme == "https" and bare and (at.host or "").lower().endswith(FILE_HOSTS)
