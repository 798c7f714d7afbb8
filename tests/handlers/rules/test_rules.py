"""Rules in chat: sentences, switches, tries, what they did, and adding one question by question."""

import pytest
from sqlalchemy import insert, select, update

from models.automation_rule import AutomationRule
from models.lead import LeadStage
from models.user import Language, Role, User
from services.automation.rules.seed import seed_rules
from tests.handlers.kit.explorer import CONTACT, FILE, STICKER
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, SELLER
from tests.services.automation.rules.builders import FILLED, a_ready_lead, a_rule, deals, executions, qualify


async def stored(play: Play) -> AutomationRule:
    last = select(AutomationRule).order_by(AutomationRule.id.desc()).limit(1)
    found: AutomationRule = (await play.read(lambda session: session.execute(last))).scalar_one()
    return found


async def adding(play: Play, *answers: str) -> Seen:
    await play.say(ADMIN, "/automation")
    await play.tap(ADMIN, "Add a rule")
    return await answered(play, *answers)


async def answered(play: Play, *answers: str) -> Seen:
    """`@` taps the chip whose label has these words."""
    for answer in answers:
        await (play.tap(ADMIN, answer[1:]) if answer.startswith("@") else play.say(ADMIN, answer))
    return play.screen(ADMIN)


async def test_an_empty_list_says_what_to_do(play: Play) -> None:
    seen = await play.say(ADMIN, "/automation")
    assert "No rules yet" in seen.text
    assert seen.labels == ["➕ Add a rule", "🏠 Menu"]


async def test_rules_are_sentences_in_the_persons_language(play: Play) -> None:
    await a_rule(play)
    await a_rule(play, "tell-deal-stage", on=False, stage="kyc", channel="role", role="manager", delay=120)
    seen = await play.say(ADMIN, "/automation")
    assert "1. ⏸ When a deal moves to “client and documents” — after 2 hours tell the managers" in seen.text
    assert "2. ✅ When a lead becomes “qualified” (score from 0.6) — create a deal; if no kind is " in seen.text


async def test_only_admins_see_them_and_others_are_refused_in_words(play: Play) -> None:
    rule_id = await a_rule(play)
    for person in (MANAGER, SELLER, EXECUTOR):
        await play.say(person, "/menu")
        assert not [label for label in play.screen(person).labels if "🤖" in label]
        said = await play.say(person, "/automation")
        assert "⛔️" in said.text
        for verb in ("card", "off", "try", "done", "edit", "delete", "add"):
            await play.tap_data(person, f"auto.{verb}:{rule_id}")
            assert "⛔️" in play.toast(person), verb
    assert (await stored(play)).enabled
    assert "🤖 Automation" in (await play.say(ADMIN, "/menu")).labels


async def test_a_rule_is_added_by_taps_and_begins_to_work(play: Play) -> None:
    asked = await adding(play, "@Lead qualified → deal", "@from 0.6", "@CASCO")
    assert asked.text.startswith("When a lead becomes “qualified” (score from 0.6) — create a deal")
    saved = await play.tap(ADMIN, "Save and switch on")
    assert "Saved" in saved.text
    assert "✅ On" in saved.text
    rule = await stored(play)
    assert (rule.template, rule.conditions["score_from"], rule.params["kind_id"]) == ("deal-on-stage", 600, 2)
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    assert len(await deals(play)) == 1
    done = await answered(play, "@What it did")
    assert "Lead 1" in done.text
    assert "✅ deal 1" in done.text
    await play.tap(ADMIN, "1")
    assert "lead.card" not in play.screen(ADMIN).text


async def test_everything_can_be_typed_in_the_persons_own_words(play: Play) -> None:
    asked = await adding(
        play, "@Deal’s stage → tell", "agreement", "каско", "50 000", "a person", "Viktor", "in 2 hours"
    )
    assert "after 2 hours tell Viktor" in asked.text
    await play.say(ADMIN, "yes")
    rule = await stored(play)
    assert rule.conditions == {"to_stage": "agreement", "kind_id": 2, "amount_from": 5_000_000}
    assert rule.params == {"channel": "person", "user_id": play.ids[MANAGER.telegram_id]}
    assert rule.delay_minutes == 120
    assert not rule.enabled, "what is only saved is off"


async def test_bad_answers_are_asked_again_and_then_taken(play: Play) -> None:
    await adding(play, "@Lead’s stage → tell", "@contacted", "@Doesn’t matter", "@By e-mail")
    assert "does not look like an e-mail" in (await play.say(ADMIN, "office at example")).text
    asked = await play.say(ADMIN, "office@example.org")
    assert "At once or later?" in asked.text
    assert "I don’t understand “whenever”" in (await play.say(ADMIN, "whenever")).text
    assert "tell office@example.org" in (await play.say(ADMIN, "at once")).text
    await play.tap(ADMIN, "Save")
    assert (await stored(play)).params == {"channel": "email", "email": "office@example.org", "language": "en"}


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.org/crm",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://user:pass@example.org/",
        "https://crm.lan/hook",
        "example.org",
        "javascript:alert(1)",
    ],
)
async def test_an_address_that_could_never_be_called_is_refused_with_an_example(play: Play, typed: str) -> None:
    await adding(play, "@Lead’s stage → tell", "@contacted", "@Doesn’t matter", "@Another system")
    assert "This address won’t do" in (await play.say(ADMIN, typed)).text
    asked = await answered(play, "https://example.org/crm", "@At once")
    assert "tell the system at example.org" in asked.text


async def test_a_score_and_hours_are_read_as_people_write_them(play: Play) -> None:
    await adding(play, "@Lead qualified → deal")
    for typed in ("a lot", "6", "0.5", "101%", "0", "-1"):
        assert "A number from 0.6 to 1" in (await play.say(ADMIN, typed)).text, typed
    asked = await answered(play, "75%", "don't create")
    assert "(score from 0.75) — create a deal" in asked.text
    assert "A number from 1 to 336" in (await adding(play, "@Lead waits", "0")).text
    assert "for 1 day —" in (await answered(play, "24")).text


async def test_an_earlier_answer_that_changes_asks_what_follows_anew(play: Play) -> None:
    await adding(play, "@Deal’s stage → next one", "@client and documents", "@agreement")
    await play.tap(ADMIN, "Back")
    await play.tap(ADMIN, "Back")
    asked = await play.tap(ADMIN, "calculation")
    assert "Move it to which stage?" in asked.text
    assert "agreement" in "".join(asked.labels)
    assert "calculation" not in "".join(asked.labels)


async def test_stickers_files_and_contacts_leave_the_question_where_it_is(play: Play) -> None:
    await adding(play, "@Lead waits")
    for odd in (STICKER, FILE, CONTACT):
        assert "Remind after how many hours?" in (await play.message(ADMIN, **odd)).text
    await play.say(ADMIN, "/cancel")
    await play.tap(ADMIN, "Resume")
    assert "for 4 hours" in (await play.say(ADMIN, "4")).text


async def test_a_double_tap_on_save_adds_one_rule(play: Play) -> None:
    asked = await adding(play, "@Lead waits", "@4 hours")
    data = asked.data("Save and switch on")
    for _ in range(2):
        await play.tap_data(ADMIN, data, asked.message_id)
    count = select(AutomationRule.id)
    assert len((await play.read(lambda session: session.execute(count))).all()) == 1


async def test_it_is_switched_off_and_on_and_a_second_tap_says_so(play: Play) -> None:
    rule_id = await a_rule(play)
    card = await play.tap_data(ADMIN, f"auto.card:{rule_id}")
    off = card.data("Switch off")
    assert "⏸ Switched off" in (await play.tap_data(ADMIN, off, card.message_id)).text
    await play.tap_data(ADMIN, off, card.message_id)
    assert play.toast(ADMIN) == "It is so already"
    assert "✅ Switched on" in (await play.tap(ADMIN, "Switch on")).text
    assert (await stored(play)).enabled


async def test_a_try_names_what_it_would_have_done_and_why_not_the_rest(play: Play) -> None:
    for number, (score, domain_id) in enumerate(((700, 1), (800, 1), (900, None))):
        lead_id = await a_ready_lead(
            play, score=score, domain_id=domain_id, name=f"Lead {number}", phone=f"+7916000000{number}"
        )
        await qualify(play, lead_id)
    rule_id = await a_rule(play, on=False)
    await play.tap_data(ADMIN, f"auto.card:{rule_id}")
    seen = await play.tap(ADMIN, "Try on 7 days")
    assert "In 7 days it would have created 2 deals" in seen.text
    assert "1. Lead 1 · Lead 0" in seen.text
    assert "1 more would have been refused" in seen.text
    assert "nothing was done" in seen.text
    assert await deals(play) == []
    assert "Lead 0" in (await play.tap_data(ADMIN, seen.data("1"))).text


async def test_a_try_without_a_result_says_so(play: Play) -> None:
    rule_id = await a_rule(play, on=False)
    await play.tap_data(ADMIN, f"auto.card:{rule_id}")
    assert "In 30 days it would not have done anything" in (await play.tap(ADMIN, "Try on 30 days")).text
    await play.tap_data(ADMIN, f"auto.try:{rule_id}:9999")
    assert "out of date" in play.toast(ADMIN)


async def test_what_was_refused_says_why(play: Play) -> None:
    rule_id = await a_rule(play, other_kind_id=None)
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    seen = await play.tap_data(ADMIN, f"auto.done:{rule_id}")
    assert "❌ The lead names no kind of insurance, or several" in seen.text


async def test_what_waits_says_until_when(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted", delay=120)
    await at_stage(play, await a_lead(play), LeadStage.CONTACTED)
    await play.run_events()
    seen = await play.tap_data(ADMIN, f"auto.done:{rule_id}")
    assert "⏳ waits until" in seen.text
    assert "14:00" in seen.text


async def test_it_is_deleted_only_after_a_yes_and_its_old_buttons_say_that_it_is_gone(play: Play) -> None:
    rule_id = await a_rule(play)
    await play.tap_data(ADMIN, f"auto.card:{rule_id}")
    asked = await play.tap(ADMIN, "Delete")
    assert "Delete this rule?" in asked.text
    await play.say(ADMIN, "hm")
    assert (await stored(play)).deleted_at is None
    gone = await play.say(ADMIN, "yes")
    assert "The rule is deleted" in gone.text
    for verb in ("card", "on", "try", "done", "edit", "delete"):
        await play.tap_data(ADMIN, f"auto.{verb}:{rule_id}{':7' if verb == 'try' else ''}")
        assert play.toast(ADMIN) == "This rule is gone.", verb
    assert await executions(play) == []


async def test_a_new_installations_rules_are_ready_and_off_and_come_once(play: Play) -> None:
    for _ in range(2):
        await play.write(lambda session: seed_rules(session, now=play.clock.now(), on=False))
    seen = await play.say(ADMIN, "/automation")
    assert seen.text.count("⏸") == 5
    assert "✅" not in seen.text


async def test_where_it_is_tried_out_leads_become_deals_from_the_beginning(play: Play) -> None:
    await play.write(lambda session: seed_rules(session, now=play.clock.now(), on=True))
    seen = await play.say(ADMIN, "/automation")
    assert seen.text.count("✅ When a lead") == 2


async def test_a_team_learns_its_chats_number_there(play: Play) -> None:
    group = {"id": -1001234567890, "type": "supergroup", "title": "Team"}
    await play.give({"message": {**play.made(ADMIN, text="/automation"), "chat": group}}, ADMIN)
    (seen,) = play.chats[group["id"]].values()
    assert "-1001234567890" in seen.text
    asked = await adding(play, "@Lead’s stage → tell", "@contacted", "@Doesn’t matter", "@The team’s chat")
    assert "The number of the team’s chat?" in asked.text
    assert "does not look like a chat’s number" in (await play.say(ADMIN, "12345")).text
    assert "tell chat -1001234567890" in (await answered(play, "-1001234567890", "@At once")).text


async def test_in_a_large_house_whoever_has_no_chip_is_found_by_name(play: Play) -> None:
    people = [
        {"telegram_id": 820_000 + number, "name": f"Person {number:02}", "role": Role.EXECUTOR, "language": Language.EN}
        for number in range(30)
    ]
    rows = [{**person, "created_at": play.clock.now()} for person in people]
    await play.write(lambda session: session.execute(insert(User), rows))
    asked = await adding(play, "@Lead’s score → tell", "@hot", "@A person")
    assert len([label for label in asked.labels if "Person" in label]) < len(people)
    assert "tell Person 29" in (await answered(play, "person 29")).text


async def test_where_a_deals_client_came_from_is_said_of_the_lead(play: Play) -> None:
    asked = await adding(play, "@New deal → documents", "@Partner", "@Doesn’t matter", "@At once")
    assert "When a deal is opened (lead: partner) — move the deal to “client and documents”" in asked.text


SAID = {
    Language.RU: (
        "Когда лид переходит на этап «квалифицирован» (оценка от 0,6) — создать сделку; если вид не указан, то ОСАГО",
        "Когда появляется новый лид (с сайта) — передать продавцу, у которого лидов меньше всего",
        "Когда сделка переходит на этап «клиент и документы» — через 1 день перевести сделку на этап «расчёт»",
        "Когда открыта сделка (лид: от партнёра · ОСАГО) — перевести сделку на этап «клиент и документы»",
        "Когда новым лидом 4 часа никто не занимается — напомнить ответственному, потом руководителям",
    ),
    Language.UK: (
        "Коли лід переходить на етап «кваліфікований» (оцінка від 0,6) — створити угоду; якщо вид не вказано, то ОСАГО",
        "Коли з’являється новий лід (із сайту) — передати продавцю, у якого лідів найменше",
        "Коли угода переходить на етап «клієнт і документи» — через 1 день перевести угоду на етап «розрахунок»",
        "Коли відкрито угоду (лід: від партнера · ОСАГО) — перевести угоду на етап «клієнт і документи»",
        "Коли новим лідом 4 години ніхто не займається — нагадати відповідальному, потім керівникам",
    ),
    Language.EN: (
        "When a lead becomes “qualified” (score from 0.6) — create a deal; if no kind is named, then OSAGO",
        "When a new lead comes (website) — give it to the seller with the fewest leads",
        "When a deal moves to “client and documents” — after 1 day move the deal to “calculation”",
        "When a deal is opened (lead: partner · OSAGO (motor liability)) — move the deal to “client and documents”",
        "When nobody has touched a new lead for 4 hours — remind whoever has it, then the managers",
    ),
}


@pytest.mark.parametrize("language", list(Language))
async def test_each_template_reads_as_a_sentence(play: Play, language: Language) -> None:
    for template, answers in FILLED.items():
        await a_rule(play, template, on=False, **answers)
    speaks = update(User).where(User.telegram_id == ADMIN.telegram_id).values(language=language)
    await play.write(lambda session: session.execute(speaks))
    first = await play.say(ADMIN, "/automation")
    older = await play.tap_data(ADMIN, first.buttons[-2][-1]["callback_data"], first.message_id)
    told = f"{first.text}\n{older.text}"
    assert told.count("⏸") == len(FILLED)
    for sentence in SAID[language]:
        assert sentence in told
