"""What a lead's attachments look like."""

from handlers.documents.screens import folder_line
from handlers.leads.screens import to_card
from services.conversation.numbers import number_rows
from services.conversation.values import Button, Screen, Style, Text, text
from services.documents.queries import DocumentLine
from services.errors import AppError
from services.leads.attachments import Attachments

IN_A_ROW = 4


def ask_file(lead_id: int) -> Screen:
    return Screen([text("ask-lead-file", lead=str(lead_id))], subject=f"lead:{lead_id}")


def file_problem() -> Text:
    return text("err-not-an-attachment")


def taken() -> Text:
    return text("scr-attachment-taken")


def file_refused(lead_id: int, why: AppError) -> Screen:
    return Screen([Text(f"err-{why.code}", why.params)], [[to_card(lead_id)]], subject=f"lead:{lead_id}")


def not_an_attachment(lead_id: int) -> Screen:
    return Screen([file_problem()], [[to_card(lead_id)]], subject=f"lead:{lead_id}")


def files(shown: Attachments, *, first: bool = True) -> Screen:
    """A number sends its file back; each of the person's own can be taken away."""
    lead_id, lines = shown.lead_id, shown.page.lines
    own = [(number, line.id) for number, line in enumerate(lines, start=1) if line.id in shown.mine]
    delete = [
        Button(text("btn-attachment-delete", number=str(number)), "lead.file-delete", document_id, Style.DANGER)
        for number, document_id in own
    ]
    turn = [] if first else [Button(text("btn-folder-newest"), "lead.files", lead_id)]
    if shown.page.next_before is not None:
        turn.append(Button(text("btn-older"), "lead.files", f"{lead_id}:{shown.page.next_before}"))
    rows: list[list[Button]] = [
        *number_rows("lead.file", [line.id for line in lines], a_row=IN_A_ROW),
        *(delete[i : i + IN_A_ROW] for i in range(0, len(delete), IN_A_ROW)),
        turn,
        [to_card(lead_id)],
    ]
    hint = text("scr-attachments-hint") if lines else text("scr-attachments-none")
    numbered = [folder_line(number, line) for number, line in enumerate(lines, start=1)]
    title = text("scr-attachments", lead=str(lead_id))
    return Screen([title, *numbered, hint], [row for row in rows if row], subject=f"lead:{lead_id}")


def ask_delete(line: DocumentLine, lead_id: int) -> Screen:
    yes = Button(text("btn-delete-document"), "lead.file-delete-yes", line.id, Style.DANGER)
    no = Button(text("btn-keep-document"), "lead.files", lead_id)
    question = text("ask-attachment-delete", name=line.title, lead=str(lead_id))
    return Screen([question], [[no, yes]], subject=f"lead:{lead_id}")


def deleted(left: Attachments, document_id: int) -> Screen:
    undo = Button(text("btn-restore-document"), "lead.file-restore", document_id)
    return files(left).with_first(text("scr-attachment-deleted")).with_rows([undo])
