"""Business domains: the list, one of them, its names, its place, in use or out of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.reference import domain_screens as screens
from handlers.reference.names import typed_name
from handlers.reference.parse import parse_language
from handlers.reference.screens import saved
from handlers.reference.states import NewDomainFlow, RenameDomainFlow
from models.user import Language
from services.access import Actor, Right
from services.conversation.values import Screen
from services.domains.edit import add_domain, move_domain, rename_domain, use_domain
from services.domains.queries import access_domain, check_domain_name_free, list_reference_domains
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(NewDomainFlow, right=Right.EDIT_REFERENCE)
steps.flow(RenameDomainFlow, right=Right.EDIT_REFERENCE)


@steps.tap("domain.list", right=Right.EDIT_REFERENCE)
async def show_domains(session: AsyncSession, actor: Actor) -> Screen:
    return screens.domains(await list_reference_domains(session, actor))


@steps.tap("domain.card", right=Right.EDIT_REFERENCE)
async def show_domain(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.domain(await access_domain(session, actor, row_id(arg)))


@steps.tap("domain.off", right=Right.EDIT_REFERENCE)
async def put_out_of_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    await use_domain(session, actor, row_id(arg), enabled=False, now=now)
    return await _card(session, actor, row_id(arg))


@steps.tap("domain.on", right=Right.EDIT_REFERENCE)
async def put_in_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    await use_domain(session, actor, row_id(arg), enabled=True, now=now)
    return await _card(session, actor, row_id(arg))


@steps.tap("domain.up", right=Right.EDIT_REFERENCE)
async def move_up(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    await move_domain(session, actor, row_id(arg), up=True, now=now)
    return await show_domains(session, actor)


@steps.tap("domain.down", right=Right.EDIT_REFERENCE)
async def move_down(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    await move_domain(session, actor, row_id(arg), up=False, now=now)
    return await show_domains(session, actor)


@steps.tap("domain.add", right=Right.EDIT_REFERENCE)
async def start_adding() -> Start:
    return Start(NewDomainFlow.ru)


@steps.question(NewDomainFlow.ru)
async def ask_russian() -> Screen:
    return screens.ask_new_name(Language.RU, None)


@steps.answer(NewDomainFlow.ru)
async def on_russian(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    await _keep(session, actor, draft, Language.RU, text)
    return Ask(NewDomainFlow.uk)


@steps.question(NewDomainFlow.uk)
async def ask_ukrainian(draft: Draft) -> Screen:
    return screens.ask_new_name(Language.UK, draft["ru"])


@steps.answer(NewDomainFlow.uk)
async def on_ukrainian(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    await _keep(session, actor, draft, Language.UK, text)
    return Ask(NewDomainFlow.en)


@steps.pick(NewDomainFlow.uk)
async def on_same_in_ukrainian(session: AsyncSession, actor: Actor, draft: Draft) -> Ask:
    return await on_ukrainian(session, actor, draft, draft["ru"])


@steps.question(NewDomainFlow.en)
async def ask_english(draft: Draft) -> Screen:
    return screens.ask_new_name(Language.EN, draft["uk"])


@steps.answer(NewDomainFlow.en)
async def on_english(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    await _keep(session, actor, draft, Language.EN, text)
    names = {language: draft[language.value] for language in Language}
    return await _card(session, actor, await add_domain(session, actor, names, now=now))


@steps.pick(NewDomainFlow.en)
async def on_same_in_english(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> Done:
    return await on_english(session, actor, draft, now, draft["uk"])


async def _keep(session: AsyncSession, actor: Actor, draft: Draft, language: Language, typed: str) -> None:
    name = typed_name(typed)
    await check_domain_name_free(session, actor, language, name)
    draft[language.value] = name


@steps.tap("domain.rename", right=Right.EDIT_REFERENCE)
async def start_renaming(session: AsyncSession, actor: Actor, arg: str) -> Start:
    domain = await access_domain(session, actor, row_id(arg))
    return Start(RenameDomainFlow.language, {"domain_id": domain.id}, origin=f"domain.card:{domain.id}")


@steps.question(RenameDomainFlow.language)
async def ask_language(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_language(await access_domain(session, actor, draft["domain_id"]))


@steps.answer(RenameDomainFlow.language)
async def on_language_typed(draft: Draft, text: str) -> Ask:
    language = parse_language(text)
    if language is None:
        return Ask(RenameDomainFlow.language, problem=screens.language_problem(text))
    return await on_language(draft, language.value)


@steps.pick(RenameDomainFlow.language)
async def on_language(draft: Draft, value: str) -> Ask:
    if value not in set(Language):
        raise ScreenOutdated
    draft["language"] = value
    return Ask(RenameDomainFlow.name)


@steps.question(RenameDomainFlow.name)
async def ask_name(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_name(await access_domain(session, actor, draft["domain_id"]), Language(draft["language"]))


@steps.answer(RenameDomainFlow.name)
async def on_name(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    language = Language(draft["language"])
    await rename_domain(session, actor, draft["domain_id"], language=language, name=typed_name(text), now=now)
    return await _card(session, actor, draft["domain_id"])


async def _card(session: AsyncSession, actor: Actor, domain_id: int) -> Done:
    return Done(screens.domain(await access_domain(session, actor, domain_id)).with_first(saved()))
