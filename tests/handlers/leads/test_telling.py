"""Whoever works on a lead is told what others did with it: which lead, from where to where, why."""

from models.lead import LeadStage
from tests.handlers.leads.builders import a_lead, at_stage
from tests.handlers.leads.test_attaching import card_of
from tests.harness import Play, Seen
from tests.people import ADMIN, MANAGER, OTHER_SELLER, SELLER, Person


async def marked_all(play: Play, person: Person = MANAGER) -> Seen:
    await play.say(person, "/leads")
    await play.tap(person, "☑️ Выбрать")
    return await play.tap(person, "Вся страница")


async def test_a_roll_back_says_what_it_is_and_why(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await card_of(play, lead_id, MANAGER)
    await play.tap(MANAGER, "Ещё")
    await play.tap(MANAGER, "Вернуть этап")
    await play.say(MANAGER, "Перепутали с другим")
    await play.run_events()
    told = play.screen(SELLER)
    assert "Viktor возвращает лида на этап назад: связались → новый" in told.text
    assert f"Лид {lead_id} · Иванов Иван" in told.text
    assert "Причина: Перепутали с другим" in told.text
    assert told.data("Открыть лида") == f"lead.card:{lead_id}"


async def test_a_loss_says_why(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id, MANAGER)
    await play.tap(MANAGER, "Отказ")
    await play.tap(MANAGER, "Дорого")
    await play.say(MANAGER, "да")
    await play.run_events()
    told = play.screen(SELLER).text
    assert "переводит лида: новый → отказ" in told
    assert "Причина: 💸 Дорого" in told


async def test_several_moved_together_are_named(play: Play) -> None:
    for number in range(3):
        await a_lead(play, f"Петров {number}", phone=f"+791600000{number:02}")
    await marked_all(play)
    await play.tap(MANAGER, "➡️ Этап")
    asked = await play.tap(MANAGER, "Связались")
    assert "Вернуть этап сможет руководитель, каждому лиду отдельно" in asked.text
    await play.tap(MANAGER, "Да, все 3")
    await play.run_events()
    told = play.screen(SELLER)
    assert "переводит 3 ваших лидов: связались" in told.text
    for number in range(3):
        assert f"· Петров {number}" in told.text
    assert told.data("Лиды") == "lead.list:mine"


async def test_one_moved_in_bulk_has_its_card(play: Play) -> None:
    lead_id = await a_lead(play)
    await marked_all(play)
    await play.tap(MANAGER, "❌ Отказ")
    await play.tap(MANAGER, "Не отвечает")
    asked = play.screen(MANAGER)
    assert "Вернуть обратно будет нельзя" in asked.text
    await play.tap(MANAGER, "Да, все 1")
    await play.run_events()
    told = play.screen(SELLER)
    assert "Причина: 🔇 Не отвечает" in told.text
    assert told.data("Открыть лида") == f"lead.card:{lead_id}"


async def test_of_many_the_first_ten_are_named_and_the_rest_is_counted(play: Play) -> None:
    for number in range(12):
        if number == 9:
            play.clock.advance(hours=1, minutes=1)
        await a_lead(play, f"Петров {number}", phone=f"+791600000{number:02}")
    await play.say(MANAGER, "/leads")
    await play.tap(MANAGER, "☑️ Выбрать")
    await play.tap(MANAGER, "Весь список")
    await play.tap(MANAGER, "👤 Передать")
    await play.tap(MANAGER, "Pavlo")
    await play.tap(MANAGER, "Да, все 12")
    await play.run_events()
    assert "передаёт вам 12 лидов" in play.screen(OTHER_SELLER).text
    for person in (SELLER, OTHER_SELLER):
        told = play.screen(person).text
        assert "· Петров 9" in told
        assert "· Петров 10" not in told
        assert "…и ещё 2" in told


async def test_history_says_who_why_how_and_by_which_request(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.tap(SELLER, "Связались")
    await play.say(SELLER, "да")
    await play.tap(SELLER, "Ещё")
    history = await play.tap(SELLER, "История")
    moved = history.text.split("новый → связались")[1].splitlines()[1]
    assert moved.startswith("вручную · u9")
    assert "<code>u9" in history.html


async def test_notes_and_history_are_turned_to_their_first_line(play: Play) -> None:
    lead_id = await a_lead(play)
    for number in range(8):
        await card_of(play, lead_id)
        await play.tap(SELLER, "📝 Заметка")
        await play.say(SELLER, f"Звонок № {number}")
        await play.tap_data(SELLER, f"lead.release:{lead_id}")
        await play.tap_data(SELLER, f"lead.take:{lead_id}")
    await card_of(play, lead_id)
    assert "Звонок № 7" in (await play.tap(SELLER, "🗒 Заметки")).text
    assert "Звонок № 0" in (await play.tap(SELLER, "Дальше")).text
    await card_of(play, lead_id)
    await play.tap(SELLER, "Ещё")
    page = await play.tap(SELLER, "История")
    turned = 0
    while "лид записан" not in page.text:
        page = await play.tap(SELLER, "Дальше")
        turned += 1
    assert turned == 2
    assert "Дальше" not in " ".join(page.labels)


async def test_of_a_deleted_lead_who_worked_on_him_learns_who_why_and_how_he_comes_back(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id, ADMIN)
    await play.tap(ADMIN, "More")
    asked = await play.tap(ADMIN, "Delete")
    assert "will be told" in asked.text
    assert "Reason: 👥 Duplicate" in (await play.tap(ADMIN, "Duplicate")).text
    await play.tap(ADMIN, "Yes, delete")
    await play.run_events()
    told = play.screen(SELLER)
    for said in ("Olha удаляет вашего лида", f"Лид {lead_id} · Иванов Иван", "Причина: 👥 Дубль", "/deleted"):
        assert said in told.text, said
    await play.tap_data(MANAGER, f"lead.restore:{lead_id}")
    await card_of(play, lead_id)
    await play.run_events()
    back = play.screen(SELLER)
    assert "Viktor возвращает вашего лида" in back.text
    assert back.data("Открыть лида") == f"lead.card:{lead_id}"
    await play.tap(SELLER, "Открыть лида")
    await play.tap(SELLER, "Ещё")
    assert "удалён · 👥 Дубль" in (await play.tap(SELLER, "История")).text


async def test_a_typed_reason_of_a_deletion_is_told_as_typed(play: Play) -> None:
    lead_id = await a_lead(play)
    await play.tap_data(ADMIN, f"lead.delete:{lead_id}")
    assert "too short" in (await play.say(ADMIN, "x")).text.casefold()
    assert "Reason: He is my cousin" in (await play.say(ADMIN, "He is my cousin")).text
    await play.say(ADMIN, "yes")
    await play.run_events()
    assert "Причина: He is my cousin" in play.screen(SELLER).text
    await play.say(MANAGER, "/deleted")
    assert "Причина: He is my cousin" in (await play.tap(MANAGER, "1")).text


async def test_who_deletes_or_restores_his_own_is_told_nothing(play: Play) -> None:
    lead_id = await a_lead(play, by=ADMIN)
    await play.tap_data(ADMIN, f"lead.take:{lead_id}")
    await play.tap_data(ADMIN, f"lead.delete:{lead_id}")
    await play.tap(ADMIN, "Yes, delete")
    shown = len(play.seen(ADMIN))
    await play.run_events()
    assert len(play.seen(ADMIN)) == shown


async def test_several_deleted_together_are_told_once_with_the_reason(play: Play) -> None:
    for number in range(3):
        await a_lead(play, f"Петров {number}", phone=f"+791600000{number:02}")
    await play.say(ADMIN, "/leads")
    await play.tap(ADMIN, "☑️ Choose")
    await play.tap(ADMIN, "Whole page")
    await play.tap(ADMIN, "🗑 Delete")
    assert "Reason: 🧪 A trial" in (await play.tap(ADMIN, "A trial")).text
    await play.tap(ADMIN, "Yes, all 3")
    before = len(play.seen(SELLER))
    await play.run_events()
    assert len(play.seen(SELLER)) == before + 1
    told = play.screen(SELLER).text
    for said in ("удаляет 3 ваших лидов", "Причина: 🧪 Проба", "· Петров 2", "/deleted"):
        assert said in told, said
