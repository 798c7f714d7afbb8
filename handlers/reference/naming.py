"""What insurers are called: a new one, another name, more aliases, one less."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_no, is_yes
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.offers.insurers import name_key
from handlers.reference import screens
from handlers.reference.names import shared_names, typed_aliases, typed_name
from handlers.reference.states import ForgetAliasFlow, InsurerFlow, RenameInsurerFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.insurers.access import access_insurer
from services.insurers.add import AddInsurer, add_insurer
from services.insurers.edit import add_aliases, remove_alias, rename_insurer
from services.insurers.errors import InsurerNameTaken
from services.insurers.queries import list_named

steps = Steps()
steps.flow(InsurerFlow, right=Right.EDIT_REFERENCE)
steps.flow(RenameInsurerFlow, right=Right.EDIT_REFERENCE)
steps.flow(ForgetAliasFlow, right=Right.EDIT_REFERENCE)


@steps.tap("insurer.add", right=Right.EDIT_REFERENCE)
async def start_adding() -> Start:
    return Start(InsurerFlow.name, {"insurer_id": None})


@steps.question(InsurerFlow.name)
async def ask_name() -> Screen:
    return screens.ask_name()


@steps.answer(InsurerFlow.name)
async def on_name(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    name = typed_name(text)
    if name_key(name) in [name_key(other.name) for other in await list_named(session, brokerage.region)]:
        raise InsurerNameTaken(name=name)
    draft["name"] = name
    return Ask(InsurerFlow.aliases)


@steps.tap("insurer.alias", right=Right.EDIT_REFERENCE)
async def start_aliases(session: AsyncSession, actor: Actor, arg: str) -> Start:
    insurer = await access_insurer(session, actor, row_id(arg))
    values = {"insurer_id": insurer.id, "name": insurer.name}
    return Start(InsurerFlow.aliases, values, origin=f"insurer.card:{insurer.id}")


@steps.question(InsurerFlow.aliases)
async def ask_aliases(draft: Draft) -> Screen:
    return screens.ask_aliases(draft["name"], new=draft["insurer_id"] is None)


@steps.pick(InsurerFlow.aliases)
async def on_no_aliases(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime
) -> Ask | Done:
    return await _named(session, actor, brokerage, draft, now, [])


@steps.answer(InsurerFlow.aliases)
async def on_aliases(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    return await _named(session, actor, brokerage, draft, now, typed_aliases(text))


async def _named(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, aliases: list[str]
) -> Ask | Done:
    others = [one for one in await list_named(session, brokerage.region) if one.id != draft["insurer_id"]]
    own = [draft["name"]] if draft["insurer_id"] is None else []
    draft["aliases"], draft["shared"] = aliases, shared_names([*own, *aliases], others)
    if draft["shared"]:
        return Ask(InsurerFlow.shared)
    return await _save(session, actor, brokerage, draft, now)


@steps.question(InsurerFlow.shared)
async def ask_shared(draft: Draft) -> Screen:
    return screens.ask_shared(draft["shared"])


@steps.answer(InsurerFlow.shared)
async def on_shared_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    if not (is_yes(text) or is_no(text)):
        return Ask(InsurerFlow.shared, problem=screens.shared_problem())
    return await on_shared(session, actor, brokerage, draft, now, screens.KEEP if is_yes(text) else screens.WITHOUT)


@steps.pick(InsurerFlow.shared)
async def on_shared(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Done:
    if value == screens.WITHOUT:
        draft["aliases"] = [alias for alias in draft["aliases"] if alias not in draft["shared"]]
    return await _save(session, actor, brokerage, draft, now)


async def _save(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime) -> Done:
    insurer_id = draft["insurer_id"]
    if insurer_id is None:
        command = AddInsurer(region=brokerage.region, name=draft["name"], aliases=draft["aliases"])
        insurer_id = await add_insurer(session, actor, command, now=now)
    else:
        await add_aliases(session, actor, insurer_id, draft["aliases"], now=now)
    return await _card(session, actor, insurer_id)


@steps.tap("insurer.rename", right=Right.EDIT_REFERENCE)
async def start_renaming(session: AsyncSession, actor: Actor, arg: str) -> Start:
    insurer = await access_insurer(session, actor, row_id(arg))
    return Start(RenameInsurerFlow.name, {"insurer_id": insurer.id}, origin=f"insurer.card:{insurer.id}")


@steps.question(RenameInsurerFlow.name)
async def ask_new_name(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_new_name(await access_insurer(session, actor, draft["insurer_id"]))


@steps.answer(RenameInsurerFlow.name)
async def on_new_name(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    await rename_insurer(session, actor, draft["insurer_id"], typed_name(text), now=now)
    return await _card(session, actor, draft["insurer_id"])


@steps.tap("insurer.forget", right=Right.EDIT_REFERENCE)
async def start_forgetting(session: AsyncSession, actor: Actor, arg: str) -> Start:
    insurer = await access_insurer(session, actor, row_id(arg))
    values = {"insurer_id": insurer.id, "aliases": list(insurer.aliases)}
    return Start(ForgetAliasFlow.alias, values, origin=f"insurer.card:{insurer.id}")


@steps.question(ForgetAliasFlow.alias)
async def ask_forgotten(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_forgotten(await access_insurer(session, actor, draft["insurer_id"]), draft["aliases"])


@steps.answer(ForgetAliasFlow.alias)
async def on_forgotten_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    keys = [name_key(alias) for alias in draft["aliases"]]
    if name_key(text) not in keys:
        return Ask(ForgetAliasFlow.alias, problem=screens.alias_problem(text))
    return await on_forgotten(session, actor, draft, now, str(keys.index(name_key(text))))


@steps.pick(ForgetAliasFlow.alias)
async def on_forgotten(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    """By its place among those that were asked about."""
    place = row_id(value)
    if place >= len(draft["aliases"]):
        raise ScreenOutdated
    await remove_alias(session, actor, draft["insurer_id"], draft["aliases"][place], now=now)
    return await _card(session, actor, draft["insurer_id"])


async def _card(session: AsyncSession, actor: Actor, insurer_id: int) -> Done:
    insurer = await access_insurer(session, actor, insurer_id)
    return Done(screens.insurer(insurer).with_first(screens.saved()))
