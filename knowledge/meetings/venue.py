"""Where the next meeting is and what it is about, of what is said of it."""

import re
from collections.abc import Collection, Iterator, Sequence

from knowledge.meetings.clock import first_time
from knowledge.meetings.cues import cue
from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.names import is_place, municipality
from knowledge.meetings.speech import Said, Talk

_CLOSE = 4  # sentences round the town in which the hall is named
_HOUSE = r"(?:\w*(?:hus|huset|gård|gården)|herrgård|hotell|bibliotek|salen|skola)\b"
_NAME = r"[A-ZÅÄÖ][a-zåäö][\w-]*"
_TOWN = re.compile(
    r"(?:(?<!bor)(?<!är jag) i|^I) (?!\w+(?:huset|salen|gården|hallen)\b)"
    rf"(?P<place>{_NAME}(?: {_NAME})?)(?! {_HOUSE})\b"
    rf"|\b(?:till|hos) (?P<to>{_NAME})\b"
    rf"|\b(?P<hosts>{_NAME}) (?:(?:är|blir|står|kan vara|har lovat att vara) värd|kan ta)"
    rf"|[Dd]å (?:blir|är) det (?P<host>{_NAME})"
    rf"|huset, (?P<after>{_NAME})"
    rf"|\b[Pp]latsen (?:är|blir) (?P<where>{_NAME})"
    rf"|^(?:\w+, )?(?P<only>{_NAME})(?: alltså| då|,? \w*(?:hus|huset|salen|gård|gården)\b|[.,!])"
)
_HALL = re.compile(
    rf"\b(?P<house>[A-ZÅÄÖ]\w+ {_HOUSE})"
    r"|\b(?:[Hh]ar|[Tt]ar|[Ii]|[Pp]å|[Vv]id)(?: ju| alltså)? "
    r"(?P<hall>\w+(?:huset|salen|hotellet|gården|biblioteket|hallen|skolan|museet)|(?<=tar )[A-ZÅÄÖ]\w+)\b"
)
_SOMETHING = (
    r"(?!(?:är|blir|var|inte|nästa|samma|digitalt|den|det|dom|dem|vi|\w+dag|om|med|till|från|hos|efter|före|innan)\b)"
    r"[^.,?!\d]+?"
)
_END = r"(?: rakt av| som tema| som gäller| på tur| fortfarande| också| den här gången)?(?: då)?(?= som\b|[.,?!]|$)"
_NAMED = re.compile(
    rf"\b[Tt]emat?,?(?: för träffen)?(?: det)?(?: (?:är|blir|var))?(?: ju| alltså)?(?: då)? (?P<is>{_SOMETHING}){_END}"
    rf"|\b(?:[Ff]okus(?:et)?|[Rr]ubriken|[Ää]mnet) (?:är|blir|ligger på|på) (?P<focus>{_SOMETHING}){_END}"
    rf"|(?:^|, )(?P<first>{_SOMETHING}) (?:(?:är|blir) temat|får det bli|står på tur)"
    rf"|(?:^|, )(?P<so>(?!Då|Så|Nu|Vad|Hur){_SOMETHING}) blir det(?: då)?(?=[.!])"
    rf"|\b(?:är|blir) det (?P<counts>{_SOMETHING}) som gäller"
    rf"|\b[Dd]et får bli (?P<may>{_SOMETHING}){_END}"
    rf"|\b(?:tar|kör|har|blir)(?: det| vi)? (?P<takes>{_SOMETHING}) som tema"
    rf"|\b[Pp]å (?:dagordningen|agendan|programmet) står (?P<agenda>{_SOMETHING}){_END}"
    rf"|\b[Tt]he (?:theme|topic) (?:is|will be) (?P<english>{_SOMETHING}){_END}"
)
_SPOKEN_OF = re.compile(
    r"\b(?:[Dd]å|[Ss]å|[Vv]i) (?:tar|kör|fortsätter|bygger|tittar|ägnar|fördjupar|går|gräver|dyker|djupdyker|fokuserar)"
    r"(?: vi)?(?: oss)?(?: vidare)?"
    rf"(?: (?:dagen|tiden|mötet|den|djupare|närmare))?(?: upp| med| på| åt| i| igenom)? (?P<then>{_SOMETHING}){_END}"
    rf"|\b(?:viker|viger|ägnar|lägger) [^.,]{{3,30}} (?:åt|på) (?P<given>{_SOMETHING}){_END}"
    rf"|\bska vi (?:titta på|ta upp|gå igenom|fördjupa oss i|höra om|ägna oss åt) (?P<shall>{_SOMETHING}){_END}"
    rf"|\b(?:pratar?|talar?|snackar?|diskuterar?)(?: vi)?(?: mer)?(?: om)? (?P<talks>{_SOMETHING}){_END}"
    rf"|\b[Vv]i (?:gör|tar|kör|pratar|fortsätter) [^.]*, alltså (?P<in_short>{_SOMETHING}){_END}"
    rf"|\bhandlar? (?:det )?om (?P<about>{_SOMETHING}){_END}"
    rf"|\b(?:berättar?|höra|mer) om (?P<tells>{_SOMETHING}){_END}"
    rf"|\bdags för (?P<turn_of>{_SOMETHING})(?: igen)?{_END}"
    rf"|(?:^|, )(?P<taken>{_SOMETHING}) (?:tar|kör) vi då"
    rf"|\b[Dd]å blir det (?P<turn>(?!\w+dag|hos|i |på |klockan)[^.,?!\d]+? (?:och|som) [^.,?!\d]+?){_END}"
    rf"|\b(?:[Oo]ch|[Dd]å) det blir (?P<will>{_SOMETHING}){_END}"
    r"|\bbehöver en (?P<needs>(?:avstämning|genomgång|uppföljning|repetition)[^.,?!]*)"
)
_ANSWER = re.compile(
    rf"\b(?:[Dd]et|[Dd]å) (?:blir|är|får bli) (?:det )?(?P<answer>{_SOMETHING}){_END}"
    rf"|^Om (?P<of>{_SOMETHING}){_END}"
    r"|^(?P<only>(?!Det\b|Den\b|Då\b|Vi\b|Jag\b|Ja\b)[^.,?!\d]{4,40})(?=[.,])"
)
_ASKED = re.compile(r"\b(?:[Tt]ema(?:t)?|[Ää]mnet|[Ii]nnehållet|[Vv]ad (?:ska|tar|gör) vi|handlar)\b")
_HOME = re.compile(rf"\b(?:[Vv]i|[Oo]ss|[Jj]ag (?:är|jobbar|kommer)) (?:i|från) (?P<home>{_NAME})")


def place(near: Sequence[Said], talk: Talk) -> str:
    """On the screen, in a town with its hall where one was named, or in a house that who leads names.

    The first that is said of `near`.
    """
    for said in near:
        if _is_online(said):
            return "Teams"
        town = _town(said, talk)
        if town:
            halls = [each.removeprefix(f"{town} ") for each in _halls(talk.around(said.index, _CLOSE, _CLOSE))]
            return ", ".join(dict.fromkeys((town, *halls[:1])))
        house = _HALL.search(said.text)
        if house and house["house"] and said.speaker == talk.chair:
            return house["house"]
    return next(_halls(near), "")


def _is_online(said: Said) -> bool:
    named, elsewhere = (cue("next_meeting", part).search(said.low) for part in ("online", "elsewhere"))
    return bool(named) and not elsewhere


def _town(said: Said, talk: Talk) -> str:
    """A town that is named, or the speaker's own: *ni får komma till oss*, *vi är i kommunhuset*."""
    for match in _TOWN.finditer(said.text):
        sure = match["place"] or match["host"]
        name: str = sure or match["to"] or match["hosts"] or match["after"] or match["where"] or match["only"]
        if sure or is_place(name):
            return name
    hosts = cue("next_meeting", "hosts").search(said.low) or _HALL.search(said.text)
    return _home(said.speaker, talk) if hosts else ""


def _home(speaker: str, talk: Talk) -> str:
    """The town that stands beside the name, or that the speaker calls theirs: *vi i Hedemora*."""
    told = (_HOME.search(each.text) for each in talk.sentences if each.speaker == speaker)
    homes = (match["home"] for match in told if match and is_place(match["home"]))
    return municipality(speaker) or next(homes, "")


def _halls(near: Sequence[Said]) -> Iterator[str]:
    return (match["house"] or match["hall"] for each in near if (match := _HALL.search(each.text)))


def theme(spoken: Sequence[Said], day: Said, talk: Talk) -> tuple[str, Collection[int]]:
    """What was last called the theme, else what is spoken of nearest the day; and the sentences that name one.

    Only those who lead are heard, unless it is called the theme, or answers what that will be.
    """
    leaders = {talk.chair, day.speaker}
    named: dict[int, str] = {}
    spoken_of: dict[int, str] = {}
    for before, said in zip([None, *spoken], spoken, strict=False):
        leads = said.speaker in leaders
        answer = before and before.asks and _ASKED.search(before.text) and _ANSWER.search(said.text)
        found = _NAMED.search(said.text) or answer
        other = _SPOKEN_OF.search(said.text) if leads else None
        if found and _may_be(something := next(filter(None, found.groups())), talk):
            named[said.index] = something
        elif other and _may_be(something := next(filter(None, other.groups())), talk):
            spoken_of[said.index] = something
    if named:
        return named[max(named)], named
    nearest = min(spoken_of, key=lambda index: abs(index - day.index), default=None)
    return ("" if nearest is None else spoken_of[nearest]), spoken_of


def _may_be(theme: str, talk: Talk) -> bool:
    """No day or hour, no place and nobody's name."""
    return not (first_time(theme) or mentions(theme, ANY_DAY) or is_place(theme) or talk.people.named(theme))
