"""Gives a document a name that says something."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.documents import screens
from handlers.documents.states import RenameDocumentFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.documents import guess_document_kind
from services.access import Actor, Right
from services.conversation.values import Screen
from services.documents.names import MAX_LENGTH
from services.documents.queries import find_document_card
from services.documents.rename import rename_document

steps = Steps()
steps.flow(RenameDocumentFlow, right=Right.FILE_DOCUMENTS)


@steps.tap("doc.rename", right=Right.FILE_DOCUMENTS)
async def start(arg: str) -> Start:
    return Start(RenameDocumentFlow.name, {"document_id": row_id(arg)})


@steps.question(RenameDocumentFlow.name)
async def ask_name(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_name(await find_document_card(session, actor, draft["document_id"]))


@steps.answer(RenameDocumentFlow.name)
async def on_name(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    name = short_text(text, limit=MAX_LENGTH)
    says = guess_document_kind(name)
    await rename_document(session, actor, draft["document_id"], name=name, says=says, now=now)
    return Done(screens.document(await find_document_card(session, actor, draft["document_id"])))
