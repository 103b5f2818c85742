"""What the buttons of exercises mean."""

from typing import Literal

from cards.payload import Id, IdOrNone, Payload, Typed


class ListExercises(Payload):
    """See the exercises that can be put out at a planned meeting."""

    verb: Literal["list_exercises"] = "list_exercises"
    gathering: Id


class SeeExercise(Payload):
    """See an exercise before it is put out."""

    verb: Literal["see_exercise"] = "see_exercise"
    gathering: Id
    exercise: Id


class PutOut(Payload):
    """Post an exercise: in groups of `size`, or where that is 0 without; `session` is the id of what comes of it."""

    verb: Literal["put_out"] = "put_out"
    gathering: Id
    exercise: Id
    session: Id
    size: Typed = ""
    grouped: bool = True


class EditExercise(Payload):
    """Open the text of an exercise of one's own: a new one, or one that is changed."""

    verb: Literal["edit_exercise"] = "edit_exercise"
    gathering: Id
    exercise: IdOrNone = ""


class SaveExercise(Payload):
    """Keep an exercise of one's own as it was written."""

    verb: Literal["save_exercise"] = "save_exercise"
    gathering: Id
    exercise: IdOrNone = ""
    words: Typed = ""


class RemoveExercise(Payload):
    """Delete an exercise of one's own."""

    verb: Literal["remove_exercise"] = "remove_exercise"
    gathering: Id
    exercise: Id


class OpenSentences(Payload):
    """Open the form for what one's group brings back."""

    verb: Literal["open_sentences"] = "open_sentences"
    session: Id


class SaveSentences(Payload):
    """Bring back what one's group says; `group` is its number, from 1."""

    verb: Literal["save_sentences"] = "save_sentences"
    session: Id
    group: Typed = ""
    words: Typed = ""


ExerciseAction = (
    ListExercises | SeeExercise | PutOut | EditExercise | SaveExercise | RemoveExercise | OpenSentences | SaveSentences
)
