"""What people type about tasks."""

from models.task import TaskKind

_STEMS = {
    TaskKind.CALCULATE: ("посчит", "расч", "розрах", "порах", "calc"),
    TaskKind.ISSUE: ("оформ", "выпис", "issue"),
    TaskKind.DOCS: ("док", "doc"),
    TaskKind.CALL: ("звон", "дзвон", "телефон", "call"),
    TaskKind.OTHER: ("друг", "інш", "other"),
}


def parse_kind(typed: str) -> TaskKind | None:
    said = typed.casefold()
    return next((kind for kind, stems in _STEMS.items() if any(stem in said for stem in stems)), None)
