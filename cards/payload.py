"""What all actions are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(min_length=1, max_length=200)]
IdOrNone = Annotated[str, Field(max_length=200)]
Page = Annotated[int, Field(ge=0, le=100)]
Typed = Annotated[str, Field(max_length=5000)]
"""What a field of a form holds, as it was filled in."""


class Payload(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class InNetwork(Payload):
    """What means something in a network: the one whose card the button stands on, if it stands in a private chat."""

    network: IdOrNone = ""
