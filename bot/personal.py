"""What is kept about people, all of it: whoever keeps something adds what tells and forgets it here."""

from datetime import tzinfo
from functools import partial

from dialogs import digests, meetings, polling, rounding
from knowledge import answers, assignments, networks, open_questions, people, posts, presence
from knowledge.digests import mentions as digest_mentions
from knowledge.digests import personal as own_digest
from knowledge.exercises import sessions
from knowledge.gatherings import keeping as gatherings
from knowledge.lessons import lifecycle as lessons
from knowledge.lessons import mentions as lesson_mentions
from knowledge.meetings import mentions
from knowledge.personal import Keeper
from knowledge.polls import lifecycle as polls
from knowledge.rounds import keeping as rounds


def keepers(zone: tzinfo, language: str) -> tuple[Keeper, ...]:
    """`zone` and `language` are for what is drawn anew without somebody."""
    return (
        Keeper(mentions.kept_of, partial(mentions.forget_person, draw=partial(meetings.drawn, language=language))),
        Keeper(
            digest_mentions.kept_of,
            partial(digest_mentions.forget_person, draw=partial(digests.drawn, zone=zone, language=language)),
        ),
        Keeper(lesson_mentions.kept_of, lesson_mentions.forget_person),
        Keeper(people.kept_of, people.forget_person),
        Keeper(answers.kept_of, answers.forget_person),
        Keeper(open_questions.kept_of, open_questions.forget_person),
        Keeper(lessons.kept_of, lessons.forget_person),
        Keeper(polls.kept_of, partial(polling.forget_person, zone=zone)),
        Keeper(assignments.kept_of, assignments.forget_person),
        Keeper(sessions.kept_of, sessions.forget_person),
        Keeper(gatherings.kept_of, gatherings.forget_person),
        Keeper(rounds.kept_of, partial(rounding.forget_person, zone=zone)),
        Keeper(own_digest.kept_of, own_digest.forget_person),
        Keeper(posts.kept_of, posts.forget_person),
        Keeper(presence.kept_of, presence.forget_person),
        Keeper(networks.kept_of, networks.forget_person),  # last, since others ask it which chat is the person's own
    )
