"""What the buttons about people mean: one's own profile, others to talk to, what is kept of oneself."""

from typing import Literal

from cards.payload import Id, IdOrNone, Payload, Typed

Form = Literal["json", "txt"]


class ShowProfile(Payload):
    """One's own profile, to be changed."""

    verb: Literal["show_profile"] = "show_profile"


class SaveProfile(Payload):
    """Say of oneself what was filled in."""

    verb: Literal["save_profile"] = "save_profile"
    home: Typed = ""
    role: Typed = ""
    been_through: Typed = ""
    been_words: Typed = ""
    faces: Typed = ""
    faces_words: Typed = ""
    would_ask: Typed = ""
    findable: Typed = ""
    matchable: Typed = ""
    paused: Typed = ""
    not_with: Typed = ""


class ShowMyData(Payload):
    """All that is kept about whoever clicks."""

    verb: Literal["show_my_data"] = "show_my_data"


class FetchMyData(Payload):
    """All of that, handed over; in one `form`, or in all."""

    verb: Literal["fetch_my_data"] = "fetch_my_data"
    form: Form | Literal[""] = ""


class ForgetMe(Payload):
    """Forget whoever clicks, once they are `sure`."""

    verb: Literal["forget_me"] = "forget_me"
    sure: bool = False


class ShowContacts(Payload):
    """All who want to be found; `digest` is the card to return to."""

    verb: Literal["show_contacts"] = "show_contacts"
    digest: IdOrNone = ""


class AskContact(Payload):
    """Open the form to ask somebody with, where the network reads it."""

    verb: Literal["ask_contact"] = "ask_contact"
    person: Id


class SendContactQuestion(Payload):
    """Ask somebody what was filled in; `question` names it, so that a second click asks no second time."""

    verb: Literal["send_contact_question"] = "send_contact_question"
    person: Id
    question: Id
    words: Typed = ""


PeopleAction = (
    ShowProfile | SaveProfile | ShowMyData | FetchMyData | ForgetMe | ShowContacts | AskContact | SendContactQuestion
)
