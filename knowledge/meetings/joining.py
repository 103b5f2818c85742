"""Which promises are one action: those that belong together, and those that change hands.

What changes hands belongs to the last who was named.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.dates import ANY_DAY
from knowledge.meetings.due import due
from knowledge.meetings.promises import SHORT, Promise, Way, promises
from knowledge.meetings.speech import Said, Talk, things

STORY = 8  # sentences in which the reason is told for handing something over
_LET_GO = 2  # sentences
_ASKED = 3  # sentences before a promise that say what it is about
_TOLD = 4  # sentences after which nobody tells any more whose place somebody took
_TOGETHER = 5  # sentences within which one person speaks of one thing
_UNTIL_DAY = 9  # sentences within which they come to its day
_TOLD_AGAIN = 12  # sentences within which what changes hands need not be named
_LONG = 6  # letters of a word that says what something is about


def promised(talk: Talk) -> list[Promise]:
    """What is promised, each action once."""
    return _changed_hands(_together(promises(talk), talk), talk)


def _together(found: Iterable[Promise], talk: Talk) -> list[Promise]:
    """Those of one owner that follow close on each other are one."""
    actions: list[Promise] = []
    for action in found:
        same = next((each for each in reversed(actions) if _same(each, action, talk)), None)
        if same:
            said = {each.index: each for each in (*same.said, *action.said)}
            same.said = [said[index] for index in sorted(said)]
        else:
            actions.append(action)
    return actions


def _same(earlier: Promise, later: Promise, talk: Talk) -> bool:
    """What another asks for in between begins something new, unless it asks by when, or for it once more."""
    if earlier.owner != later.owner:
        return False
    if later.first <= earlier.last:
        return True
    close = later.first - earlier.last <= (_UNTIL_DAY if _day(later) and not _day(earlier) else _TOGETHER)
    if later.way is Way.PLEA:
        again = bool(_things(earlier.said) & _things(later.said))
        return again or (close and bool(cue("when").search(later.said[0].low)))
    between = talk.sentences[earlier.last + 1 : later.first]
    more = any(asks_for_more(each, later.owner) for each in between)
    return close and not more and not _something_else(earlier, later)


def _something_else(earlier: Promise, later: Promise) -> bool:
    """Whether each has a day of its own, and they speak of different things: *den* and *dom* are the same."""
    if any(cue("it").search(each.low) for each in later.said):
        return False
    days = [_day(earlier), _day(later)]
    return all(days) and days[0] != days[1] and not _things(earlier.said) & _things(later.said)


def _day(action: Promise) -> date | None:
    return due(" ".join(each.text for each in action.said), ANY_DAY)


def asks_for_more(said: Said, owner: str) -> bool:
    of_day = cue("when").search(said.low) or cue("proposes_day").search(said.low)
    return said.asks and said.speaker != owner and said.size > SHORT and not of_day


def _things(sentences: Iterable[Said]) -> set[str]:
    """The beginnings of the long words, which say what it is about."""
    return {word[:_LONG] for each in sentences for word in words(each.text) if len(word) >= _LONG}


def _changed_hands(found: Iterable[Promise], talk: Talk) -> list[Promise]:
    """What another takes over, or joins in, is the action it was, and belongs to whom it was last said to."""
    actions: list[Promise] = []
    for action in found:
        near = (*talk.before(action.first, 1), *action.said)
        text = " ".join(each.low for each in near if not _moves_day(each))
        replaced = any(talk.people.replaced(each.text) for each in (*near, *_told(action, talk)))
        taken_over = replaced or _let_go(action, talk) or cue("hands_over").search(text)
        earlier = (_given_up(action, actions, talk) if taken_over else None) or _given_back(action, actions, talk)
        if earlier:
            _hand_over(earlier, action, talk)
        elif cue("helps").search(text) and actions and action.first - actions[-1].last <= _TOGETHER:
            actions[-1].owner = _listed([*actions[-1].owners, action.owner])
            actions[-1].about.extend(action.said)
        else:
            actions.append(action)
    return actions


def _let_go(action: Promise, talk: Talk) -> bool:
    """Whether another is glad to be rid of it: *Tack, då stryker jag det hos mig.*"""
    since = talk.sentences[action.first : action.last + 1 + _LET_GO]
    return any(cue("lets_go").search(each.low) for each in since if each.speaker not in action.owners)


def _told(action: Promise, talk: Talk) -> list[Said]:
    """Where it is told just after whose place somebody takes: *Ylva i stället för Lennart.*"""
    since = talk.after(action.last, _TOLD)
    return [each for each in since if action.owner in talk.people.named(each.text) and talk.people.replaced(each.text)]


def _moves_day(said: Said) -> bool:
    """*Ni får det den tjugofemte i stället* is another day, not another person."""
    return said.dated and not cue("promise", Way.TAKES.value).search(said.low)


def _listed(owners: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(owners))


def _given_up(action: Promise, actions: Sequence[Promise], talk: Talk) -> Promise | None:
    """The action most like it, and the latest such, of those who were named or spoke just before it was taken over."""
    told = any(talk.people.replaced(each.text) for each in (*action.said, *_told(action, talk)))
    givers = _givers(action, talk)
    near = [each for each in actions if told or action.first - each.last <= _TOLD_AGAIN]
    theirs = [each for each in near if _losers(each, givers)]
    about = _things(_story(action, talk))

    def likeness(earlier: Promise) -> tuple[int, int]:
        return len(about & _things(talk.around(earlier.first, STORY, 1))), earlier.last

    return max(theirs, key=likeness, default=None)


def _given_back(action: Promise, actions: Sequence[Promise], talk: Talk) -> Promise | None:
    """What somebody has just said that they cannot do after all: *Listan hinner jag inte. / Då tar jag den.*"""
    before = [each for each in _story(action, talk) if cue("gives_up").search(each.low)]
    if not before:
        return None
    givers = _givers(action, talk)

    def likeness(earlier: Promise) -> int:
        theirs = [each for each in before if each.speaker in earlier.owners and each.index > earlier.last]
        return len(things([*theirs, *action.said]) & _about(earlier, talk)) if theirs else 0

    best = max((each for each in actions if _losers(each, givers)), key=likeness, default=None)
    return best if best and likeness(best) else None


def _story(action: Promise, talk: Talk) -> Sequence[Said]:
    """What is said on the way to it, and in it."""
    return (*talk.before(action.first, STORY), *action.said)


def _about(action: Promise, talk: Talk) -> frozenset[str]:
    """What it is about, as it was asked for and promised."""
    return things(talk.sentences[max(0, action.first - _ASKED) : action.last + 1])


def _givers(action: Promise, talk: Talk) -> set[str]:
    """Who may have had it: whose place it is told to be taken, or who else was named, or spoke, just before."""
    near = _story(action, talk)
    told = {name for each in (*near, *_told(action, talk)) for name in talk.people.replaced(each.text)}
    named = {name for each in near for name in talk.people.named(each.text)} | {each.speaker for each in near}
    return (told or named) - {action.owner}


def _losers(earlier: Promise, givers: set[str]) -> list[str]:
    """The owners of an earlier action who may have given it away."""
    return [each for each in earlier.owners if each in givers]


def _hand_over(earlier: Promise, action: Promise, talk: Talk) -> None:
    loser = _losers(earlier, _givers(action, talk))[-1]
    earlier.owner = _listed(action.owner if each == loser else each for each in earlier.owners)
    earlier.about.extend(action.said)
    earlier.at = action.at
