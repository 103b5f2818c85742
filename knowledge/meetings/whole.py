"""What a sentence says by itself, or with the one before it."""

from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.wording import content

_SAYS_ENOUGH = 3  # words with meaning
_BACK = 3  # sentences back to what *that* is


def whole(said: Said, talk: Talk) -> tuple[Said, ...]:
    """A sentence that only points back (*det var min stora aha-upplevelse*), after what it points to."""
    if content(said.text) >= _SAYS_ENOUGH:
        return (said,)
    own = [each for each in talk.before(said.index, _BACK) if each.turn == said.turn]
    return (*own[-1:], said)
