"""A lesson to bend."""

from dataclasses import replace
from datetime import UTC, datetime

from knowledge.lessons.model import Lesson, Told
from knowledge.library.model import Phase

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
TOLD = Told(
    title="Tidig dialog om vattnet",
    situation="Ett bolag ville ha 40 hektar vid sjön, och de boende fick veta det av tidningen.",
    did="Vi höll tre öppna kvällar vid bryggan innan planen ritades.\nVattenmyndigheten var med från första kvällen.",
    went="Samrådet blev lugnt: fyra yttranden i stället för sextio.",
    again="Kvällarna gör vi igen, men vi borde ha bjudit in fritidsboende.",
    home="Leksand",
    phase=Phase.INQUIRY,
    themes=("medborgardialog", "planering"),
    link="https://www.leksand.example/vattnet?år=2025",
)
LESSON = Lesson("lardom-0123456789ab", "directory-anna", "Anna Ek", "", TOLD, NOW)


def lesson(id: str = LESSON.id, author: str = LESSON.author, **told: object) -> Lesson:
    changed = replace(TOLD, **told)  # type: ignore[arg-type]
    return replace(LESSON, id=id, author=author, told=changed)
