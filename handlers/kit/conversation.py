"""The first router: finds the step for an update, runs it, and turns its reply into what goes out."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import Message

from handlers.kit.binding import bound, short_name
from handlers.kit.draft import Draft, Values
from handlers.kit.origins import origin_of
from handlers.kit.replies import Answer, Ask, Done, Later, Leave, Reply, Start
from handlers.kit.steps import Kind, Step, Steps, kind_of, name_of
from handlers.kit.turn import Turn
from services.access import check_right
from services.conversation.queries import find_subject
from services.conversation.values import BESIDE, Button, Screen, Text, Toast, text
from services.errors import AppError, ScreenOutdated

RESUME, MENU = "resume", "menu"
OUTDATED = Toast(text("err-screen-outdated"))


class Conversation:
    def __init__(self, steps: Steps) -> None:
        self.steps = steps

    async def on_tap(self, turn: Turn, data: str) -> Answer:
        verb, _, arg = data.removeprefix(BESIDE).partition(":")
        match verb:
            case "p":
                return await self._on_chip(turn, arg)
            case "b":
                return await self._on_back(turn, arg)
            case "x":
                return await self._on_cancel(turn, arg)
            case "resume":
                return await self._resume(turn, arg)
        step = self.steps.taps.get(verb)
        if step is None:
            return replace(await self._menu(turn), toast=OUTDATED)
        parked = turn.memory.draft is not None
        turn.memory.park()
        return await self._run(turn, step, parked=parked, arg=arg)

    async def on_message(self, turn: Turn, message: Message) -> Answer:
        kind = kind_of(message)
        sent = Kind.FORWARDED if kind is Kind.TEXT and message.forward_origin is not None else kind
        typed = message.text or ""
        if kind is Kind.TEXT and typed.startswith("/"):
            return await self._on_command(turn, typed)
        if message.reply_to_message is not None:
            answer = await self._on_reply(turn, message.reply_to_message.message_id, kind, typed)
            if answer is not None:
                return answer
        draft = turn.memory.draft
        if draft is not None and draft.step in self.steps.questions:
            step = self.steps.answers.get((draft.step, sent)) or self.steps.answers.get((draft.step, kind))
            if step is None:
                return await self._ask(turn, problem=text(f"err-unexpected-{kind}"))
            return await self._run(turn, step, text=typed)
        turn.memory.draft = None
        step = self.steps.idle.get(sent)
        return await self._run(turn, step, text=typed) if step else await self._menu(turn, text("err-unexpected-idle"))

    async def on_error(self, turn: Turn, error: AppError) -> Answer:
        """The step was rolled back; what the person had given is still there."""
        problem = Text(f"err-{error.code}", error.params)
        draft = turn.memory.draft
        ending = self.steps.refusals.get((draft.step, type(error))) if draft else None
        if ending is not None and turn.actor.may(ending.right):
            return await self._run(turn, ending)
        if isinstance(error, ScreenOutdated) and turn.tap is not None:
            return replace(await self._fresh_screen(turn), toast=OUTDATED)
        if turn.tap is not None:
            return Answer(toast=Toast(problem, alert=True))
        if draft is not None and self._may_go_on(turn, draft):
            with suppress(AppError):
                return await self._ask(turn, problem=problem)
        turn.memory.draft = None
        return Answer(Screen([], [[Button(text("btn-menu"), MENU)]], notes=[problem]))

    async def _fresh_screen(self, turn: Turn) -> Answer:
        """The question that waits for its answer, else the menu."""
        if turn.memory.draft is not None and self._may_go_on(turn, turn.memory.draft):
            with suppress(AppError):
                return await self._ask(turn)
        turn.memory.draft = None
        return await self._menu(turn)

    async def on_edited(self, turn: Turn) -> Answer:
        if turn.memory.draft is not None and turn.memory.draft.step in self.steps.questions:
            return await self._ask(turn, problem=text("err-edited-message"))
        return Answer(Screen([text("err-edited-message")], [[Button(text("btn-menu"), MENU)]]))

    def _may_go_on(self, turn: Turn, draft: Draft) -> bool:
        """Not when the question is gone, or the right to answer it was taken away in the middle."""
        question = self.steps.questions.get(draft.step)
        return question is not None and turn.actor.may(question.right)

    async def _on_chip(self, turn: Turn, arg: str) -> Answer:
        token, _, rest = arg.partition(":")
        step_name, _, value = rest.partition(":")
        draft = turn.memory.draft
        if draft is None or draft.token != token:
            return await self._on_stale_chip(turn, token)
        wanted = next((s for s in (draft.step, *draft.trail) if short_name(s) == step_name), None)
        step = self.steps.picks.get(wanted or "")
        if wanted is None or step is None:
            return await self._ask(turn)
        draft.go(wanted)
        if value.startswith("view="):
            return await self._ask(turn, view=value.removeprefix("view="))
        return await self._run(turn, step, value=value)

    async def _on_stale_chip(self, turn: Turn, token: str) -> Answer:
        memory = turn.memory
        if memory.parked is not None and memory.parked.token == token:
            return replace(await self._resume(turn, token), toast=Toast(text("toast-resumed")))
        if token == memory.finished:
            return Answer(toast=Toast(text("toast-already-done")))
        return replace(await self._what_it_was_about(turn), toast=OUTDATED)

    async def _what_it_was_about(self, turn: Turn) -> Answer:
        """The card of what the tapped question was about, as it stands now, else the menu."""
        if turn.tap is not None and turn.tap.message is not None:
            chat_id, message_id = turn.actor.telegram_id, turn.tap.message.message_id
            subject = await find_subject(turn.session, chat_id=chat_id, message_id=message_id)
            about, _, row_id = (subject or "").partition(":")
            card = self.steps.taps.get(f"{about}.card")
            if card is not None and turn.actor.may(card.right):
                with suppress(AppError):
                    return await self._run(turn, card, arg=row_id)
        return await self._menu(turn)

    async def _on_back(self, turn: Turn, arg: str) -> Answer:
        token, _, step_name = arg.partition(":")
        draft = turn.memory.draft
        if draft is None or draft.token != token:
            return await self._on_stale_chip(turn, token)
        if draft.trail and step_name == short_name(draft.step):
            draft.go(draft.trail[-1])
        return await self._ask(turn)

    async def _on_cancel(self, turn: Turn, token: str) -> Answer:
        memory = turn.memory
        if memory.draft is not None and memory.draft.token == token:
            return await self._cancelled(turn)
        if memory.draft is None and memory.parked is not None and memory.parked.token == token:
            return await self._back_where_it_began(turn, memory.parked, _cancelled_note(memory.parked))
        return await self._on_stale_chip(turn, token)

    async def _cancelled(self, turn: Turn) -> Answer:
        draft = turn.memory.draft
        turn.memory.park()
        return await self._back_where_it_began(turn, draft, _cancelled_note(draft))

    async def _back_where_it_began(self, turn: Turn, draft: Draft | None, note: Text | None) -> Answer:
        """The card that the flow was started from, as it is now; the menu where it has none to show any more."""
        verb, _, arg = ((draft and draft.origin) or "").partition(":")
        step = self.steps.taps.get(verb)
        if step is not None and turn.actor.may(step.right):
            with suppress(AppError):
                card: Reply = await step.run({**turn.available(), "arg": arg})
                if isinstance(card, Screen):
                    return self._show(turn, self._offer_resume(turn, card.with_first(note) if note else card))
        return await self._menu(turn, note)

    async def _resume(self, turn: Turn, token: str) -> Answer:
        parked = turn.memory.parked
        if turn.memory.draft is not None and turn.memory.draft.token == token:
            return await self._ask(turn)
        if parked is None or parked.token != token or parked.step not in self.steps.questions:
            return replace(await self._menu(turn), toast=OUTDATED)
        turn.memory.draft, turn.memory.parked = parked, turn.memory.draft
        return await self._ask(turn)

    async def _on_command(self, turn: Turn, typed: str) -> Answer:
        name, _, arg = typed[1:].partition(" ")
        name = name.partition("@")[0].lower()
        if name == "cancel":
            return await (
                self._cancelled(turn) if turn.memory.draft else self._menu(turn, text("scr-nothing-to-cancel"))
            )
        step = self.steps.commands.get(name)
        if step is None:
            return await self._unknown_command(turn)
        parked = turn.memory.draft is not None
        turn.memory.park()
        return await self._run(turn, step, parked=parked, arg=arg.strip())

    async def _unknown_command(self, turn: Turn) -> Answer:
        if turn.memory.draft is not None and turn.memory.draft.step in self.steps.questions:
            return await self._ask(turn, problem=text("err-unknown-command"))
        return await self._menu(turn, text("err-unknown-command"))

    async def _on_reply(self, turn: Turn, message_id: int, kind: Kind, typed: str) -> Answer | None:
        subject = await find_subject(turn.session, chat_id=turn.actor.telegram_id, message_id=message_id)
        about, _, row_id = (subject or "").partition(":")
        step = self.steps.replies.get((about, kind))
        if step is None:
            return None
        parked = turn.memory.draft is not None
        turn.memory.park()
        return await self._run(turn, step, parked=parked, text=typed, arg=row_id)

    async def _menu(self, turn: Turn, note: Text | None = None) -> Answer:
        step = self.steps.commands["menu"]
        screen: Screen = await step.run({**turn.available(), "arg": ""})
        return self._show(turn, self._offer_resume(turn, screen.with_first(note) if note else screen))

    async def _run(self, turn: Turn, step: Step, *, parked: bool = False, **extra: Any) -> Answer:
        check_right(turn.actor, step.right)
        turn.extra.update(extra)
        reply: Reply = await step.run(turn.available())
        answer = await self._answer(turn, reply)
        if not parked or turn.memory.draft is not None:
            return answer
        if answer.screen is None:
            turn.memory.unpark()
            return answer
        return replace(answer, screen=self._offer_resume(turn, answer.screen))

    async def _answer(self, turn: Turn, reply: Reply) -> Answer:
        match reply:
            case Toast():
                return Answer(toast=reply)
            case Screen():
                return self._show(turn, reply)
            case Start():
                return await self._begin(turn, reply)
            case Ask():
                return await self._go(turn, reply)
            case Done():
                turn.memory.finish()
                return replace(self._show(turn, reply.screen), toast=reply.toast)
            case Later():
                return Answer()
            case Leave():
                left = turn.memory.draft
                turn.memory.finish()
                return await self._back_where_it_began(turn, left, reply.note)

    def _show(self, turn: Turn, screen: Screen) -> Answer:
        """What is on the screen is in hand: files go to it, and to nothing once another screen stands there."""
        turn.memory.focus = screen.subject
        return Answer(screen)

    async def _begin(self, turn: Turn, start: Start) -> Answer:
        answer = await self._start(turn, start.state, dict(start.values), start.origin or origin_of(start.values))
        if answer.screen is None or not start.beside:
            return answer
        return replace(answer, screen=replace(answer.screen, beside=True))

    async def _start(self, turn: Turn, state: State, values: dict[str, Any], origin: str | None = None) -> Answer:
        step = name_of(state)
        turn.memory.draft = Draft(step.partition(":")[0], step, values=Values(values), origin=origin)
        return await self._ask(turn)

    async def _go(self, turn: Turn, ask: Ask) -> Answer:
        draft = turn.memory.draft
        if draft is None:
            return await self._start(turn, ask.state, {})
        draft.go(name_of(ask.state))
        answer = await self._ask(turn, problem=ask.problem, view=ask.view)
        return replace(answer, toast=ask.toast)

    async def _ask(self, turn: Turn, *, problem: Text | None = None, view: str | None = None) -> Answer:
        draft = turn.memory.draft
        assert draft is not None  # noqa: S101 - callers have checked
        if view is not None:
            draft.view = view
        step = self.steps.questions.get(draft.step)
        if step is None:
            raise ScreenOutdated
        check_right(turn.actor, step.right)
        screen: Screen = await step.run(turn.available())
        if problem is not None:
            screen = screen.with_first(problem)
        if screen.subject is not None:
            turn.memory.focus = screen.subject
        return Answer(bound(screen, draft))

    def _offer_resume(self, turn: Turn, screen: Screen) -> Screen:
        parked = turn.memory.parked
        if parked is None or parked.step not in self.steps.questions:
            return screen
        return screen.with_rows([Button(text("btn-resume"), RESUME, parked.token)])


def _cancelled_note(draft: Draft | None) -> Text:
    """A flow that saves in the middle says so in its draft."""
    partly = draft is not None and bool(draft.get("saved") or draft.get("filed"))
    return text("scr-cancelled-partly" if partly else "scr-cancelled")
