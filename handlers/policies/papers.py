"""Files that are sent while a policy is filed: the first that is taken is the policy itself, whatever is just asked."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.documents.incoming import incoming_file
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Later, Start
from handlers.kit.steps import Kind, Steps
from handlers.policies import filing_screens as ask
from handlers.policies.filing import onward
from handlers.policies.filing import steps as filing
from handlers.policies.shown import done_with_policy
from handlers.policies.states import AttachPolicyFlow, FilePolicyFlow
from models.document import MediaKind
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.documents.receive import receive_file
from services.documents.send import send_document
from services.policies.access import access_running_policy
from services.policies.attach import is_refused, put_policy_document, receive_policy_file
from services.policies.queries import find_policy_card

steps = Steps()
steps.flow(AttachPolicyFlow, right=Right.FILE_POLICIES)

PAPERS = frozenset({MediaKind.DOCUMENT, MediaKind.PHOTO})


@filing.answer(FilePolicyFlow.insurer, Kind.FILE)
@filing.answer(FilePolicyFlow.premium, Kind.FILE)
@filing.answer(FilePolicyFlow.number, Kind.FILE)
@filing.answer(FilePolicyFlow.start, Kind.FILE)
@filing.answer(FilePolicyFlow.early, Kind.FILE)
@filing.answer(FilePolicyFlow.file, Kind.FILE)
@filing.answer(FilePolicyFlow.confirm, Kind.FILE)
async def on_file(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, message: Message
) -> Ask | Later:
    file = incoming_file(message, today=today)
    document_id = draft.get("document_id")
    has_one = document_id is not None and not await is_refused(session, document_id)
    if file.media not in PAPERS or has_one:
        await receive_file(session, actor, file, deal_id=draft["deal_id"], now=now)
        return Later()
    draft["document_id"] = await receive_policy_file(session, actor, file, deal_id=draft["deal_id"], now=now)
    asked = filing.states[draft.step]
    return onward(draft) if asked == FilePolicyFlow.file else Ask(asked, problem=ask.file_taken())


@steps.tap("policy.document", right=Right.SEE_DEALS)
async def send_or_ask(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Toast | Start:
    """The file where there is one, else it is asked for."""
    card = await find_policy_card(session, actor, row_id(arg), today=today)
    if card.document_id is None:
        return await start_attaching(session, actor, arg)
    await send_document(session, actor, card.document_id, now=now)
    return Toast(text("toast-sending", count=1))


@steps.tap("policy.attach", right=Right.FILE_POLICIES)
async def start_attaching(session: AsyncSession, actor: Actor, arg: str) -> Start:
    policy, deal = await access_running_policy(session, actor, row_id(arg), right=Right.FILE_POLICIES)
    return Start(AttachPolicyFlow.file, {"policy_id": policy.id, "deal_id": deal.id, "number": policy.number})


@steps.question(AttachPolicyFlow.file)
async def ask_file(draft: Draft) -> Screen:
    return ask.file_of(draft["number"])


@steps.answer(AttachPolicyFlow.file)
async def on_words() -> Ask:
    return Ask(AttachPolicyFlow.file, problem=ask.file_problem())


@steps.answer(AttachPolicyFlow.file, Kind.FILE)
async def on_file_of_policy(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, message: Message
) -> Ask | Done:
    file = incoming_file(message, today=today)
    if file.media not in PAPERS:
        return Ask(AttachPolicyFlow.file, problem=ask.file_problem())
    document_id = await receive_policy_file(session, actor, file, deal_id=draft["deal_id"], now=now)
    await put_policy_document(session, actor, draft["policy_id"], document_id, now=now)
    return await done_with_policy(session, actor, draft["policy_id"], ask.file_taken(), today=today)
