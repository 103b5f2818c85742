"""Where a file may be put."""

import pytest
from pydantic import SecretStr

from bot.files import allowed
from bot.settings import Settings
from tests.bot.activities import TENANT
from tests.bot.issuer import APP

REGISTERED = Settings(app_id=APP, app_password=SecretStr("x"), app_tenant_id=TENANT)


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://kommunen-my.sharepoint.com/personal/anna/_api/v2.0/drive/items/1/uploadSession?guid=1", True),
        ("https://KOMMUNEN-MY.SharePoint.com/x", True),
        ("http://kommunen-my.sharepoint.com/x", False),
        ("https://sharepoint.com.evil.example/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://user@evil.example/.sharepoint.com", False),
        ("http://127.0.0.1/x", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_registered_it_is_put_in_a_drive_of_teams_only(url: str, is_allowed: bool) -> None:
    assert allowed(REGISTERED, url) is is_allowed


@pytest.mark.parametrize(("url", "is_allowed"), [("http://127.0.0.1:1/x", True), ("https://x.sharepoint.com/x", False)])
def test_in_local_mode_it_leaves_this_machine_never(url: str, is_allowed: bool) -> None:
    assert allowed(Settings(), url) is is_allowed
