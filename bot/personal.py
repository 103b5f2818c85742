"""What is kept about people, all of it: whoever keeps something adds what tells and forgets it here."""

from knowledge import answers, networks, open_questions, people, posts, presence
from knowledge.personal import Keeper

KEEPERS = (
    Keeper(people.kept_of, people.forget_person),
    Keeper(answers.kept_of, answers.forget_person),
    Keeper(open_questions.kept_of, open_questions.forget_person),
    Keeper(posts.kept_of, posts.forget_person),
    Keeper(presence.kept_of, presence.forget_person),
    Keeper(networks.kept_of, networks.forget_person),  # last, since the others ask it which chat is the person's own
)
