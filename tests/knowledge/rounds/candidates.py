"""People who might be matched, as many as are wanted, always the same."""

import random

from knowledge.library.model import THEMES
from knowledge.people import HOMES
from knowledge.rounds.reasons import Candidate


def candidates(count: int, seed: int = 1) -> list[Candidate]:
    """From the places that networks come from, the larger ones more often; each with a few challenges."""
    drawing = random.Random(seed)
    homes = drawing.choices(HOMES, weights=[3 if place % 4 == 0 else 1 for place in range(len(HOMES))], k=count)
    return [
        Candidate(
            person=f"person-{number}",
            name=f"Person {number}",
            home=home,
            been_through=tuple(drawing.sample(THEMES, drawing.randint(0, 4))),
            faces=tuple(drawing.sample(THEMES, drawing.randint(1, 3))),
        )
        for number, home in enumerate(homes)
    ]
