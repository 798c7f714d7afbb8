"""A team's chat is told of when Telegram has taken the message; where it never does, the admins learn it once."""

from models.automation_execution import ExecutionState
from models.lead import LeadStage
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import Play
from tests.people import ADMIN
from tests.services.automation.rules.builders import a_rule, executions, states

CHAT = -100500600


async def telling(play: Play, last: int = 0) -> None:
    await at_stage(play, await a_lead(play, f"Lead {last}", phone=f"+7916123450{last}"), LeadStage.CONTACTED)
    await play.run_events()
    await play.deliver()


def complaints(play: Play) -> list[str]:
    return [seen.text for seen in play.seen(ADMIN) if "cannot tell the team’s chat" in seen.text]


async def test_it_is_told_when_the_message_has_arrived(play: Play) -> None:
    await a_rule(play, "tell-lead-stage", stage="contacted", channel="chat", chat_id=CHAT)
    await telling(play)
    (done,) = await executions(play)
    assert (done.state, done.result) == (ExecutionState.DONE, {"told": 1})
    assert complaints(play) == []


async def test_the_first_that_is_refused_is_told_to_the_admins_and_what_follows_is_not(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted", channel="chat", chat_id=CHAT, name="To the team")
    play.refusing.add(CHAT)
    for number in range(3):
        await telling(play, number)
    assert await states(play) == ["refused"] * 3
    assert len(complaints(play)) == 1
    assert f"Rule {rule_id} “To the team”" in complaints(play)[0]
    await play.tap(ADMIN, "The rule", message_id=play.seen(ADMIN)[-1].message_id)
    seen = await play.tap(ADMIN, "What it did")
    assert "❌ The team’s chat did not take the message" in seen.text


async def test_after_it_has_worked_again_the_next_refusal_is_told_anew(play: Play) -> None:
    await a_rule(play, "tell-lead-stage", stage="contacted", channel="chat", chat_id=CHAT)
    for number in range(3):
        play.refusing = {CHAT} if number != 1 else set()
        await telling(play, number)
    assert await states(play) == ["refused", "done", "refused"]
    assert len(complaints(play)) == 2
