"""What a folder and a document look like."""

from models.document import DocumentState
from services.conversation.numbers import number_rows
from services.conversation.paging import Page
from services.conversation.values import Button, Moment, Screen, Style, Text, text
from services.documents.queries import DocumentCard, DocumentLine
from services.documents.words import icon_of, size_text

IN_A_ROW = 4


def folder(deal_id: int, page: Page[DocumentLine], *, first: bool = True) -> Screen:
    """Numbered lines, opened by the numbers below them."""
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
    return Screen([title, *lines, hint], [row for row in rows if row], subject=f"deal:{deal_id}")


def _folder_line(number: int, line: DocumentLine) -> Text:
    return text(
        "scr-folder-line",
        number=str(number),
        icon=icon_of(line.media, line.content_type),
        name=line.title,
        size=_size(line),
        by=line.added_by,
        at=Moment(line.added_at),
    )


def _size(line: DocumentLine) -> Text:
    return text("scr-document-fetching") if line.size is None else size_text(line.size)


def document(card: DocumentCard) -> Screen:
    line = card.line
    lines = [
        text("scr-document", icon=icon_of(line.media, line.content_type), name=line.name),
        _kind_line(line),
        text("scr-document-added", deal=str(card.deal_id), by=line.added_by, at=Moment(line.added_at)),
        text("scr-document-forwarded", sender=line.forwarded_from) if line.forwarded_from else None,
        text("scr-document-caption", caption=line.caption) if line.caption else None,
        text("scr-document-same", name=line.same_as) if line.same_as else None,
    ]
    rows = [_changes(card), [Button(text("btn-to-folder"), "deal.folder", card.deal_id), _to_card(card.deal_id)]]
    if line.state is DocumentState.FILED:
        rows.insert(0, [Button(text("btn-send"), "doc.send", line.id, Style.PRIMARY)])
    return Screen(lines, [row for row in rows if row], subject=f"deal:{card.deal_id}")


def _kind_line(line: DocumentLine) -> Text:
    if line.content_type is None:
        return text("scr-document-on-its-way")
    return text("scr-document-kind", type=line.content_type.value.upper(), size=size_text(line.size or 0))


def _changes(card: DocumentCard) -> list[Button]:
    if not card.mine:
        return []
    delete = Button(text("btn-delete-document"), "doc.delete", card.line.id, Style.DANGER)
    if card.line.state is not DocumentState.FILED:
        return [delete]
    return [Button(text("btn-rename"), "doc.rename", card.line.id), delete]


def ask_delete(card: DocumentCard) -> Screen:
    yes = Button(text("btn-delete-document"), "doc.delete-yes", card.line.id, Style.DANGER)
    no = Button(text("btn-keep-document"), "doc.open", card.line.id)
    question = text("ask-document-delete", name=card.line.title, deal=str(card.deal_id))
    return Screen([question], [[no, yes]], subject=f"deal:{card.deal_id}")


def deleted(card: DocumentCard, page: Page[DocumentLine]) -> Screen:
    shown = folder(card.deal_id, page)
    undo = Button(text("btn-restore-document"), "doc.restore", card.line.id)
    note = text("scr-document-deleted", name=card.line.title)
    return Screen([note, *shown.lines], [[undo], *shown.rows], subject=shown.subject)


def ask_name(card: DocumentCard) -> Screen:
    return Screen([text("ask-document-name", name=card.line.name)], subject=f"deal:{card.deal_id}")


def not_a_document(deal_id: int) -> Screen:
    rows = [[Button(text("btn-to-folder"), "deal.folder", deal_id), _to_card(deal_id)]]
    return Screen([text("err-not-a-document")], rows, subject=f"deal:{deal_id}")


def _to_card(deal_id: int) -> Button:
    return Button(text("btn-open-card"), "deal.card", deal_id)
