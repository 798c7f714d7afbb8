"""A policy's own file: taken in the dialogue that files the policy, which says itself what became of it.

It lies in the deal's folder like any other, but in no packet: there is nothing to ask and no answer of its own. Should
it be refused once its bytes are seen, its person is told, see `services/automation/tell_of_policies.py`.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.policy import Policy
from services.access import Actor, Right
from services.change import change
from services.deals.access import access_open_deal
from services.documents.receive import IncomingFile, document_row, publish_received
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.policies.access import access_running_policy
from services.policies.events import PolicyDocumentPut
from services.upsert import insert_or_none


async def receive_policy_file(
    session: AsyncSession, actor: Actor, file: IncomingFile, *, deal_id: int, now: datetime
) -> int:
    """The document's id; one message is taken once."""
    await access_open_deal(session, actor, deal_id, right=Right.FILE_DOCUMENTS)
    row = {**document_row(actor, file, now=now), "deal_id": deal_id, "kind": DocumentKind.POLICY}
    document_id = await insert_or_none(session, Document, row, returning=Document.id)
    if document_id is None:
        known = select(Document.id).where(Document.chat_id == actor.telegram_id, Document.message_id == file.message_id)
        return (await session.execute(known)).scalar_one()
    await publish_received(session, actor, await session.get_one(Document, document_id), now=now)
    return document_id


async def is_refused(session: AsyncSession, document_id: int | None) -> bool:
    """Whether another is to be sent, once the bytes were seen."""
    state = select(Document.state).where(Document.id == document_id)
    return (await session.execute(state)).scalar_one_or_none() is DocumentState.REFUSED


async def put_policy_document(
    session: AsyncSession, actor: Actor, policy_id: int, document_id: int, *, now: datetime
) -> Policy:
    """In place of the one before, which stays in the folder."""
    policy, _ = await access_running_policy(session, actor, policy_id, right=Right.FILE_POLICIES)
    document = await session.get(Document, document_id)
    if document is None or document.deal_id != policy.deal_id:
        raise ScreenOutdated
    await change(session, policy, document_id=document_id)
    event = PolicyDocumentPut(policy_id=policy.id, deal_id=policy.deal_id, document_id=document_id)
    await publish(session, actor, event, now=now)
    return policy
