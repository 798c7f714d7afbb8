"""What a folder and a document look like."""

from collections.abc import Sequence

from models.document import DocumentState, MediaKind
from models.document_kind import DocumentKind
from services.conversation.numbers import number_rows
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Moment, Screen, Style, Text, text
from services.documents.queries import DocumentCard, DocumentLine, Folder
from services.documents.words import icon_of, kind_word, missing_line, size_text

IN_A_ROW = 4
FEW_KINDS = 8
ALL_KINDS = "all"
SELDOM_TOLD = frozenset({MediaKind.VOICE, MediaKind.AUDIO, MediaKind.VIDEO})


def folder(shown: Folder, *, first: bool = True) -> Screen:
    """Numbered lines, opened by the numbers below them."""
    deal_id, page = shown.deal_id, shown.page
    lines = [_folder_line(number, line) for number, line in enumerate(page.lines, start=1)]
    rows: list[list[Button]] = number_rows("doc.open", [line.id for line in page.lines], a_row=IN_A_ROW)
    turn = [] if first else [Button(text("btn-folder-newest"), "deal.folder", deal_id)]
    if page.next_before is not None:
        turn.append(Button(text("btn-older"), "doc.page", f"{deal_id}:{page.next_before}"))
    if any(line.state is DocumentState.FILED for line in page.lines):
        rows.append([Button(text("btn-send-all"), "doc.send-all", deal_id)])
    rows += [turn, [_to_card(deal_id)]]
    title = text("scr-folder", deal=str(deal_id))
    hint = text("scr-folder-hint") if page.lines else text("scr-folder-empty")
    shown_lines = [title, *lines, missing_line(shown.missing), _untold(shown), hint]
    return Screen(shown_lines, [row for row in rows if row], subject=f"deal:{deal_id}")


def _untold(shown: Folder) -> Text | None:
    """Where something is missing, it may be one of those that nobody named."""
    untold = [line for line in shown.page.lines if line.kind is DocumentKind.UNKNOWN and line.media not in SELDOM_TOLD]
    return text("scr-folder-untold") if shown.missing and untold else None


def _folder_line(number: int, line: DocumentLine) -> Text:
    words = {
        "number": str(number),
        "icon": icon_of(line.media, line.content_type),
        "name": line.title,
        "size": _size(line),
        "by": line.added_by,
        "at": Moment(line.added_at),
    }
    if line.kind is DocumentKind.UNKNOWN:
        return text("scr-folder-line", **words)
    return text("scr-folder-line-kind", **words, kind=kind_word(line.kind))


def _size(line: DocumentLine) -> Text:
    return text("scr-document-fetching") if line.size is None else size_text(line.size)


def document(card: DocumentCard) -> Screen:
    line = card.line
    lines = [
        text("scr-document", icon=icon_of(line.media, line.content_type), name=line.name),
        text("scr-document-is", kind=kind_word(line.kind)) if line.kind is not DocumentKind.UNKNOWN else None,
        _content_line(line),
        text("scr-document-added", deal=str(card.deal_id), by=line.added_by, at=Moment(line.added_at)),
        text("scr-document-forwarded", sender=line.forwarded_from) if line.forwarded_from else None,
        text("scr-document-caption", caption=line.caption) if line.caption else None,
        text("scr-document-same", name=line.same_as) if line.same_as else None,
    ]
    rows = [*_changes(card), [Button(text("btn-to-folder"), "deal.folder", card.deal_id), _to_card(card.deal_id)]]
    if line.state is DocumentState.FILED:
        rows.insert(0, [Button(text("btn-send"), "doc.send", line.id, Style.PRIMARY)])
    return Screen(lines, rows, subject=f"deal:{card.deal_id}")


def _content_line(line: DocumentLine) -> Text:
    if line.content_type is None:
        return text("scr-document-on-its-way")
    return text("scr-document-kind", type=line.content_type.value.upper(), size=size_text(line.size or 0))


def _changes(card: DocumentCard) -> list[list[Button]]:
    if not card.mine:
        return []
    kind = Button(text("btn-document-kind"), "doc.kind", card.line.id)
    delete = Button(text("btn-delete-document"), "doc.delete", card.line.id, Style.DANGER)
    if card.line.state is not DocumentState.FILED:
        return [[kind, delete]]
    return [[kind, Button(text("btn-rename"), "doc.rename", card.line.id)], [delete]]


def ask_delete(card: DocumentCard) -> Screen:
    yes = Button(text("btn-delete-document"), "doc.delete-yes", card.line.id, Style.DANGER)
    no = Button(text("btn-keep-document"), "doc.open", card.line.id)
    question = text("ask-document-delete", name=card.line.title, deal=str(card.deal_id))
    return Screen([question], [[no, yes]], subject=f"deal:{card.deal_id}")


def deleted(card: DocumentCard, left: Folder) -> Screen:
    shown = folder(left)
    undo = Button(text("btn-restore-document"), "doc.restore", card.line.id)
    note = text("scr-document-deleted", name=card.line.title)
    return Screen([note, *shown.lines], [[undo], *shown.rows], subject=shown.subject)


def ask_name(card: DocumentCard) -> Screen:
    return Screen([text("ask-document-name", name=card.line.name)], subject=f"deal:{card.deal_id}")


def ask_kind(card: DocumentCard, required: Sequence[DocumentKind], view: str | None) -> Screen:
    """What the deal's kind of insurance requires comes first."""
    kinds = [kind for kind in dict.fromkeys([*required, *DocumentKind]) if kind is not DocumentKind.UNKNOWN]
    shown = kinds if view == ALL_KINDS else kinds[:FEW_KINDS]
    chips = [Chip(text("btn-document-is", kind=kind_word(kind)), kind.value) for kind in shown]
    rows = in_rows(chips)
    if len(shown) < len(kinds):
        rows.append([Chip(text("btn-document-kinds-all"), f"view={ALL_KINDS}")])
    return Screen([text("ask-document-kind", name=card.line.title)], rows, subject=f"deal:{card.deal_id}")


def kind_problem(typed: str) -> Text:
    return text("err-document-kind-not-understood", typed=typed[:60])


def not_a_document(deal_id: int) -> Screen:
    rows = [[Button(text("btn-to-folder"), "deal.folder", deal_id), _to_card(deal_id)]]
    return Screen([text("err-not-a-document")], rows, subject=f"deal:{deal_id}")


def _to_card(deal_id: int) -> Button:
    return Button(text("btn-open-card"), "deal.card", deal_id)
