"""What holds at each question of each dialogue: there is always a way out, and nothing odd breaks it."""

import json
from copy import deepcopy
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from handlers.kit.steps import Kind
from models.inbox import InboxUpdate
from models.outgoing import Outgoing
from models.user import Role, User
from tests.handlers.kit.conftest import STEPS
from tests.handlers.kit.explorer import CONTACT, FILE, LOCATION, STICKER, Explorer, business_rows, dead_updates
from tests.harness import Seen
from tests.people import ADMIN, CLIENT

QUESTIONS = sorted(STEPS.states)
every_question = pytest.mark.parametrize("question", QUESTIONS)


@pytest.fixture
async def at(walked: Explorer, question: str) -> Explorer:
    """Stands at the question, which is on the screen; afterwards nothing was set aside."""
    return await asked(walked, question)


async def asked(walked: Explorer, question: str) -> Explorer:
    memory = deepcopy(walked.memories[question])
    await walked.play.write(lambda session: session.execute(delete(InboxUpdate)))
    await walked.restore(memory)
    await walked.play.tap_data(ADMIN, f"resume:{memory['draft']['token']}", shown(walked).message_id)
    assert await walked.state() == question
    return walked


def shown(explorer: Explorer) -> Seen:
    """The message that the last tap or text was answered with."""
    return explorer.play.screen(ADMIN)


async def answered_taps(explorer: Explorer) -> int:
    count = select(func.count()).where(Outgoing.callback_query_id.is_not(None))
    return int((await explorer.play.read(lambda session: session.execute(count))).scalar_one())


def data_of(explorer: Explorer) -> list[tuple[str, int]]:
    return [
        (button["callback_data"], seen.message_id)
        for seen in explorer.play.seen(ADMIN)[-1:]
        for row in seen.buttons
        for button in row
        if "callback_data" in button
    ]


def test_every_question_is_reached(walked: Explorer) -> None:
    """A new dialogue needs a way in ROUTES."""
    assert sorted(walked.memories) == QUESTIONS


def test_every_question_is_asked_and_can_be_answered() -> None:
    answered = {state for state, _ in STEPS.answers} | set(STEPS.picks)
    assert set(STEPS.questions) == set(STEPS.states) == answered


@every_question
async def test_each_command_leaves_and_the_question_can_be_resumed(at: Explorer, question: str) -> None:
    before = shown(at).text
    origin = at.memories[question]["draft"]["origin"]
    for command in ("/menu", "/cancel", "/start", "/help"):
        left = await at.play.say(ADMIN, command)
        assert await at.state() == "idle", command
        is_menu = command != "/cancel" or origin is None
        assert ("Settings" in "".join(left.labels)) is is_menu, command
        await at.play.tap(ADMIN, "Resume")
        assert await at.state() == question, command
        assert shown(at).text == before, command
    assert await dead_updates(at.play) == []


@every_question
async def test_cancel_leaves_also_when_it_is_tapped_twice(at: Explorer, question: str) -> None:
    token = at.memories[question]["draft"]["token"]
    message_id = shown(at).message_id
    await at.play.tap_data(ADMIN, f"x:{token}", message_id)
    assert await at.state() == "idle"
    await at.play.tap_data(ADMIN, f"x:{token}", message_id)
    assert await at.state() == "idle"
    assert await dead_updates(at.play) == []


@every_question
async def test_back_leads_to_the_beginning_and_then_out(at: Explorer, question: str) -> None:
    trail = [*at.memories[question]["draft"]["trail"]]
    while trail:
        back = next(data for data, _ in data_of(at) if data.startswith("b:"))
        await at.play.tap_data(ADMIN, back, shown(at).message_id)
        assert await at.state() == trail.pop()
    assert not any(data.startswith("b:") for data, _ in data_of(at))
    assert await dead_updates(at.play) == []


@every_question
async def test_back_tapped_twice_goes_back_once(at: Explorer, question: str) -> None:
    trail = at.memories[question]["draft"]["trail"]
    if not trail:
        return
    back, message_id = next((data, message_id) for data, message_id in data_of(at) if data.startswith("b:"))
    for _ in range(2):
        await at.play.tap_data(ADMIN, back, message_id)
        assert await at.state() == trail[-1]
    assert await dead_updates(at.play) == []


ODD = {
    Kind.FILE: FILE,
    Kind.CONTACT: CONTACT,
    Kind.OTHER: STICKER,
    "location": LOCATION,
    "text": {"text": "🙃"},
    "rtl": {"text": "\u202eabc\u202c \u200f"},
    "markup": {"text": "<b>x</b> &amp; <a href='//x'>"},
    "enormous": {"text": "ы" * 4096},
    "blank": {"text": " \n\t "},
    "unknown command": {"text": "/abracadabra now"},
}


@every_question
async def test_each_unexpected_message_gets_an_answer_and_the_question_stays(at: Explorer, question: str) -> None:
    for kind, content in ODD.items():
        if await at.state() != question:
            await asked(at, question)
        before = len(at.play.seen(ADMIN))
        await at.play.message(ADMIN, **content)
        taken = kind in {"text", "rtl", "markup", "enormous", "blank"} or (question, kind) in STEPS.answers
        assert taken or await at.state() == question, kind
        assert taken or len(at.play.seen(ADMIN)) > before, kind
        assert await dead_updates(at.play) == [], kind


@every_question
async def test_an_edited_message_gets_an_answer_and_the_question_stays(at: Explorer, question: str) -> None:
    edited = at.play.made(ADMIN, text="changed")
    await at.play.give({"edited_message": {**edited, "edit_date": edited["date"]}}, ADMIN)
    assert await at.state() == question
    assert await dead_updates(at.play) == []


@every_question
async def test_every_button_can_be_tapped_twice_and_each_tap_is_answered(walked: Explorer, question: str) -> None:
    await asked(walked, question)
    for data, message_id in data_of(walked):
        assert len(data.encode()) <= 64
        await asked(walked, question)
        before = await answered_taps(walked)
        for _ in range(2):
            await walked.play.tap_data(ADMIN, data, message_id)
        assert await answered_taps(walked) == before + 2
        assert await dead_updates(walked.play) == []
    await walked.play.run_events()


FORGED = (
    "",
    "p:{token}",
    "p:{token}:{step}:-1",
    "p:{token}:{step}:99999999999999999999",
    "p:{token}:{step}:view=9999-99",
    "p:{token}:{step}:view=\u0661\u0662",
    "p:{token}:{step}:d=2026-02-30",
    "p:{token}:nowhere:1",
    "p:{token}:{step}:yes'; DROP TABLE deals",
    "b:{token}",
    "resume:",
    "no.such.verb:1",
)


@every_question
async def test_forged_buttons_are_answered_and_change_nothing_they_should_not(walked: Explorer, question: str) -> None:
    for forged in FORGED:
        await asked(walked, question)
        token, step = walked.memories[question]["draft"]["token"], question.rpartition(":")[2]
        before = await answered_taps(walked)
        await walked.play.tap_data(ADMIN, forged.format(token=token, step=step)[:60], shown(walked).message_id)
        assert await answered_taps(walked) == before + 1, forged
        assert await dead_updates(walked.play) == [], forged


@every_question
async def test_buttons_of_another_run_change_nothing(at: Explorer, question: str) -> None:
    rows = await business_rows(at.play)
    for data, message_id in data_of(at):
        if data.startswith("p:"):
            verb, _, rest = data.partition(":")
            await at.play.tap_data(ADMIN, f"{verb}:XXXXXXXX:{rest.partition(':')[2]}", message_id)
    assert await business_rows(at.play) == rows
    assert await at.state() == question
    assert await dead_updates(at.play) == []


@every_question
async def test_someone_who_lost_the_right_in_the_middle_is_told_and_let_go(at: Explorer, question: str) -> None:
    def become(role: Role) -> Any:
        me = update(User).where(User.telegram_id == ADMIN.telegram_id).values(role=role)
        return at.play.write(lambda session: session.execute(me))

    data = [data for data, _ in data_of(at)]
    rows = await business_rows(at.play)
    await become(Role.CLIENT)
    try:
        await at.play.say(ADMIN, "Иванов Иван")
        for tapped in data:
            await at.play.tap_data(ADMIN, tapped, shown(at).message_id)
        await at.play.say(ADMIN, "/cancel")
        assert await business_rows(at.play) == rows
        assert await dead_updates(at.play) == []
    finally:
        await become(Role.ADMIN)


def _older(memory: dict[str, Any]) -> list[Any]:
    """What earlier or later releases may have left behind."""
    draft = memory["draft"]
    return [
        {**memory, "draft": {**draft, "unknown": 1}},
        {**memory, "draft": {key: value for key, value in draft.items() if key != "view"}},
        {**memory, "draft": {**draft, "step": "GoneFlow:question"}},
        {**memory, "draft": {**draft, "trail": ["GoneFlow:question"]}},
        {**memory, "draft": {**draft, "values": {}}},
        {**memory, "draft": {**draft, "trail": None}},
        {**memory, "draft": {**draft, "values": None}},
        {**memory, "draft": "text", "parked": 5},
        {"draft": draft},
        {"parked": draft},
        {"something": "else"},
        {},
    ]


@every_question
async def test_a_record_of_another_release_is_gone_on_with_or_begun_anew(walked: Explorer, question: str) -> None:
    await asked(walked, question)
    for number, older in enumerate(_older(walked.memories[question])):
        token = walked.memories[question]["draft"]["token"]
        for act in ("text", ("back", "resume", "cancel")[number % 3]):
            await walked.restore(json.loads(json.dumps(older)))
            if act == "text":
                await walked.play.say(ADMIN, "Иванов Иван")
            else:
                verb = {"back": "b", "resume": "resume", "cancel": "x"}[act]
                await walked.play.tap_data(ADMIN, f"{verb}:{token}", shown(walked).message_id)
            assert await dead_updates(walked.play) == [], (number, act)
        await walked.play.say(ADMIN, "/menu")
        assert await walked.state() == "idle"


async def test_another_members_tap_in_a_group_is_refused(walked: Explorer) -> None:
    await asked(walked, QUESTIONS[0])
    rows = await business_rows(walked.play)
    for data, _ in data_of(walked):
        group = {"id": -100500, "type": "supergroup", "title": "Team"}
        tap = {
            "id": data,
            "from": {"id": CLIENT.telegram_id, "is_bot": False, "first_name": "I", "language_code": "ru"},
            "chat_instance": "1",
            "message": {"message_id": 5, "date": 1, "chat": group, "text": "x"},
            "data": data,
        }
        await walked.play.give({"callback_query": tap}, CLIENT)
    assert "личн" in walked.play.toasts[-100500][-1]
    assert await business_rows(walked.play) == rows
    assert await walked.state() == QUESTIONS[0]
    assert await dead_updates(walked.play) == []
