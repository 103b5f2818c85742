"""What Teams sends: an activity, checked once at the boundary. Only the fields Erfa reads."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, StrictStr
from pydantic.alias_generators import to_camel


def _text(value: object) -> object:
    return "" if value is None else value


def _table(value: object) -> object:
    return {} if value is None else value


def _rows(value: object) -> object:
    return [] if value is None else value


Text = Annotated[StrictStr, BeforeValidator(_text)]
Moment = Annotated[datetime | None, Field(strict=True)]
Name = Annotated[StrictStr, Field(min_length=1, max_length=2000)]
# Teams' ids are printable ASCII, around 200 characters at most.
Id = Annotated[StrictStr, Field(pattern=r"^[ -~]{1,400}$")]


GUEST = "#EXT#"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel, populate_by_name=True)


class Account(_Part):
    """A person, the bot, or a team or channel somebody mentioned."""

    id: Text = ""
    name: Text = ""
    aad_object_id: Annotated[Text, Field(validation_alias=AliasChoices("aadObjectId", "objectId"))] = ""
    user_principal_name: Text = ""
    email: Text = ""

    @property
    def lasting_id(self) -> str:
        """The directory's object id where Teams gives one: the same person in every chat."""
        return self.aad_object_id or self.id

    @property
    def address(self) -> str:
        """What a chat is opened with: the user name; of a guest, whose own is of another directory, the mail."""
        return self.email if GUEST in self.user_principal_name.upper() else self.user_principal_name


class Sender(Account):
    """Who did it: always somebody."""

    id: Id


class Conversation(_Part):
    id: Id
    conversation_type: Text = ""


class Named(_Part):
    id: Text = ""


class ChannelData(_Part):
    team: Annotated[Named, BeforeValidator(_table)] = Named()
    tenant: Annotated[Named, BeforeValidator(_table)] = Named()


class Entity(_Part):
    """Something marked in the text; a mention says whom it means and how it is written."""

    type: Text = ""
    text: Text = ""
    mentioned: Annotated[Account, BeforeValidator(_table)] = Account()


class Attachment(_Part):
    """`content` has any shape: text, or of a sent file an object that says where to fetch it."""

    content_type: Text = ""
    content_url: Text = ""
    name: Text = ""
    content: Any = None


class Inbound(_Part):
    """One activity. `value` is what a button or form carries, of any shape; of the moments only the form matters."""

    type: Name
    channel_id: Text = ""
    service_url: Name
    conversation: Conversation
    sender: Annotated[Sender, Field(validation_alias="from")]
    recipient: Annotated[Account, BeforeValidator(_table)] = Account()
    id: Text = ""
    timestamp: Moment = None
    local_timestamp: Moment = None
    name: Text = ""
    action: Text = ""
    text: Text = ""
    reply_to_id: Text = ""
    value: Any = None
    channel_data: Annotated[ChannelData, BeforeValidator(_table)] = ChannelData()
    entities: Annotated[tuple[Entity, ...], BeforeValidator(_rows)] = ()
    attachments: Annotated[tuple[Attachment, ...], BeforeValidator(_rows)] = ()
    members_added: Annotated[tuple[Account, ...], BeforeValidator(_rows)] = ()
    members_removed: Annotated[tuple[Account, ...], BeforeValidator(_rows)] = ()

    @property
    def is_invoke(self) -> bool:
        """An invoke waits for a body in the HTTP answer."""
        return self.type == "invoke"
