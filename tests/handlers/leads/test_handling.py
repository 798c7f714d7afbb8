"""Several leads at once in chat: marked, asked about, handled, and told of one by one in one message."""

import re
from typing import Any

import pytest
from sqlalchemy import insert, update

from models.lead import Lead, LeadSource, LeadStage
from tests.handlers.leads.builders import a_lead, at_stage, the_lead
from tests.handlers.leads.test_lists import listed, phone
from tests.harness import Play
from tests.people import ADMIN, MANAGER, OTHER_SELLER, SELLER


async def marked(play: Play, *numbers: int) -> None:
    """The manager has these lines of the first page marked."""
    await play.say(MANAGER, "/leads все")
    await play.tap(MANAGER, "☑️ Выбрать")
    for number in numbers:
        await play.tap(MANAGER, str(number))


async def leads_of_the_pool(play: Play, count: int) -> None:
    now = play.clock.now()
    rows = [
        {
            "stage": LeadStage.NEW,
            "source": LeadSource.WEB,
            "name": f"Константинопольский {number}",
            "kind_ids": [],
            "message_count": 0,
            "last_activity_at": now,
            "search_text": "",
            "created_at": now,
        }
        for number in range(count)
    ]
    await play.write(lambda session: session.execute(insert(Lead), rows))


def told_of(line: str) -> set[int]:
    """The numbers of leads on a line of a result."""
    numbers = re.sub(r" Констан[^,(:]*", "", line.split(": ", maxsplit=1)[0])
    spans = re.findall(r"(\d+)(?:–(\d+))?", re.sub(r"и ещё \d+", "", numbers))
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


async def test_marks_are_put_taken_away_and_kept_from_page_to_page(play: Play) -> None:
    for number in range(8):
        await a_lead(play, f"Лид {number}", phone=phone(number))
    await marked(play, 1, 3)
    assert "Отмечено: 2 из 100" in play.screen(MANAGER).text
    assert play.screen(MANAGER).text.count("☑️") == 2
    await play.tap(MANAGER, "✓ 3")
    assert "Отмечено: 1 из 100" in play.screen(MANAGER).text
    await play.tap(MANAGER, "Дальше")
    await play.tap(MANAGER, "Вся страница")
    assert "Отмечено: 3 из 100" in play.screen(MANAGER).text
    await play.tap(MANAGER, "Весь список")
    assert "Отмечено: 8 из 100" in play.screen(MANAGER).text
    await play.tap(MANAGER, "Снять")
    assert "Отмечено: 0 из 100" in play.screen(MANAGER).text
    assert "👤 Передать" not in play.screen(MANAGER).labels


async def test_a_mark_tapped_twice_is_put_once(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await marked(play)
    data, message_id = play.screen(MANAGER).data("1"), play.screen(MANAGER).message_id
    for _ in range(2):
        await play.tap_data(MANAGER, data, message_id)
    assert "Отмечено: 1 из 100" in play.screen(MANAGER).text


async def test_leads_are_given_to_one_person_who_is_told_once(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {number}", phone=phone(number)) for number in range(3)]
    await marked(play, 1, 2, 3)
    await play.tap(MANAGER, "👤 Передать")
    asked = await play.say(MANAGER, "Pavlo")
    assert "Передать 3 лидов? Кому: Pavlo" in asked.text
    done = await play.tap(MANAGER, "Да, все 3")
    assert ": 3 из 3" in done.text
    assert "✅ 1 Лид 0, 2 Лид 1, 3 Лид 2" in done.text
    await play.run_events()
    named = "\n".join(f"Лид {lead} · Лид {number}" for number, lead in enumerate(leads))
    assert [seen.text for seen in play.seen(OTHER_SELLER)] == [f"🎯 Viktor передаёт вам 3 лидов.\n{named}"]
    assert [seen.text for seen in play.seen(SELLER)] == [f"Viktor передаёт другим 3 ваших лидов.\n{named}"]
    assert listed(await play.tap(OTHER_SELLER, "🎯 Лиды")) == leads[::-1]


async def test_each_lead_has_its_own_result_and_the_refused_stay_marked(play: Play) -> None:
    fresh = await a_lead(play, "Иванов", phone=phone(1))
    further = await a_lead(play, "Петров", phone=phone(2))
    await at_stage(play, further, LeadStage.CONTACTED)
    await marked(play, 1, 2)
    await play.tap(MANAGER, "➡️ Этап")
    await play.tap(MANAGER, "Связались")
    done = await play.tap(MANAGER, "Да, все 2")
    assert ": 1 из 2" in done.text
    assert f"✅ {fresh} Иванов" in done.text
    assert f"❌ {further} Петров: Сейчас: связались. Дальше можно только: квалифицирован." in done.text
    assert (await the_lead(play, fresh, MANAGER)).stage is LeadStage.CONTACTED
    await play.tap(MANAGER, "К списку")
    await play.tap(MANAGER, "Выбрать")
    assert "Отмечено: 1 из 100" in play.screen(MANAGER).text


async def test_leads_are_lost_together_for_one_reason_typed_or_chosen(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {number}", phone=phone(number)) for number in range(2)]
    await marked(play, 1, 2)
    await play.tap(MANAGER, "❌ Отказ")
    assert "Слишком коротко" in (await play.say(MANAGER, "да")).text
    assert "Причина: уехали за границу" in (await play.say(MANAGER, "уехали за границу")).text
    assert ": 2 из 2" in (await play.say(MANAGER, "да")).text
    for lead in leads:
        assert (await the_lead(play, lead, MANAGER)).lost_reason == "уехали за границу"


async def test_leads_go_back_to_the_pool_together(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {number}", phone=phone(number)) for number in range(2)]
    await marked(play, 1, 2)
    await play.tap(MANAGER, "📤 В общие")
    await play.tap(MANAGER, "Да, все 2")
    assert listed(await play.say(OTHER_SELLER, "/leads общие")) == leads[::-1]


async def test_only_an_admin_deletes_and_what_he_deleted_is_restored_from_its_list(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {number}", phone=phone(number)) for number in range(2)]
    await marked(play, 1, 2)
    assert "🗑 Удалить" not in play.screen(MANAGER).labels
    token = play.screen(MANAGER).data("Передать").split(":")[1]
    await play.tap_data(MANAGER, f"lead.bulk:{token}:delete")
    assert play.toast(MANAGER)
    await play.say(ADMIN, "/leads")
    await play.tap(ADMIN, "☑️ Choose")
    await play.tap(ADMIN, "Whole page")
    await play.tap(ADMIN, "🗑 Delete")
    assert "Delete 2 leads?" in play.screen(ADMIN).text
    await play.tap(ADMIN, "Yes, all 2")
    assert listed(await play.say(MANAGER, "/leads")) == []
    deleted = await play.say(MANAGER, "/deleted")
    assert listed(deleted) == leads[::-1]
    assert "удалён: Olha" in deleted.text
    looked = await play.tap(MANAGER, "1")
    assert "Удалён: Olha" in looked.text
    assert f"Лид {leads[1]} · с сайта" in looked.text
    assert listed(await play.say(MANAGER, "/leads")) == []
    await play.tap_data(MANAGER, looked.data("Восстановить"), looked.message_id)
    restored = play.chats[MANAGER.telegram_id][looked.message_id]
    assert restored.subject == f"lead:{leads[1]}"
    assert "восстановлен" in restored.text
    assert listed(await play.say(MANAGER, "/deleted")) == leads[:1]
    assert listed(await play.say(MANAGER, "/leads")) == leads[1:]


async def test_deleted_leads_are_paged(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {number}", phone=phone(number)) for number in range(8)]
    for lead in leads:
        play.clock.advance(seconds=1)
        await play.tap_data(ADMIN, f"lead.delete:{lead}")
        await play.tap(ADMIN, "Yes")
    page = await play.say(MANAGER, "/deleted")
    assert listed(page) + listed(await play.tap(MANAGER, "Дальше")) == leads[::-1]
    assert listed(await play.tap(MANAGER, "В начало")) == leads[:1:-1]


async def test_deleted_leads_are_for_managers(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    assert "Удалённые лиды" not in (await play.say(SELLER, "/deleted")).text
    assert "🗑 Удалённые" not in (await play.say(SELLER, "/leads")).labels


async def test_a_confirmation_tapped_twice_is_done_once(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await marked(play, 1)
    await play.tap(MANAGER, "📤 В общие")
    data, message_id = play.screen(MANAGER).data("Да, все 1"), play.screen(MANAGER).message_id
    for _ in range(2):
        await play.tap_data(MANAGER, data, message_id)
    assert "уже" in play.toast(MANAGER).casefold()
    assert ": 1 из 1" in play.screen(MANAGER).text


@pytest.mark.parametrize("forged", ["", "page:x", "+x", "-", "+99999999999999999999", "everything"])
async def test_a_forged_mark_is_outdated(play: Play, forged: str) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await marked(play, 1)
    token = play.screen(MANAGER).data("Передать").split(":")[1]
    await play.tap_data(MANAGER, f"lead.mark:{token}:{forged}")
    assert "устарел" in play.toast(MANAGER)


async def test_nothing_is_begun_without_a_mark_and_nothing_of_an_older_list(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await marked(play, 1)
    data = play.screen(MANAGER).data("В общие")
    await play.tap(MANAGER, "Снять")
    await play.tap_data(MANAGER, data)
    assert "отметьте" in play.toast(MANAGER)
    await play.say(MANAGER, "/leads")
    await play.tap_data(MANAGER, data)
    assert "устарел" in play.toast(MANAGER)


async def test_more_than_a_hundred_are_not_marked(play: Play) -> None:
    await leads_of_the_pool(play, 103)
    await marked(play)
    every = await play.tap(MANAGER, "Весь список (≤100)")
    assert "Отмечено: 100 из 100" in every.text
    assert "отмечены первые 100" in every.text
    token = every.data("Вся страница").split(":")[1]
    await play.tap_data(MANAGER, f"lead.mark:{token}:+1")
    assert "не больше 100" in play.toast(MANAGER)
    await play.tap(MANAGER, "🤖 Оценить")
    done = await play.tap(MANAGER, "Да, все 100")
    assert ": 20 из 100" in done.text
    assert "Предел: 20 оценок за день" in done.text
    assert "и ещё 60" in done.text


async def test_of_a_hundred_each_has_its_result_in_one_message(play: Play) -> None:
    await leads_of_the_pool(play, 100)
    await marked(play)
    await play.tap(MANAGER, "Весь список (≤100)")
    await play.tap(MANAGER, "➡️ Этап")
    await play.tap(MANAGER, "Связались")
    further, gone = set(range(3, 100, 7)), set(range(4, 100, 7))
    await changed(play, further, stage=LeadStage.CONTACTED)
    await changed(play, gone, deleted_at=play.clock.now())
    done = await play.tap(MANAGER, "Да, все 100")
    told = [line for line in done.text.splitlines() if line[0] in "✅❌"]
    by_words = {line.split(": ", 1)[1] if ": " in line else "done": told_of(line) for line in told}
    assert by_words == {
        "done": set(range(1, 101)) - further - gone,
        "Таких лидов больше нет.": gone,
        "Сейчас: связались. Дальше можно только: квалифицирован.": further,
    }
    assert f"Не вышло: {len(gone | further)}. Почему, ниже; отмеченными остались {len(further)}." in done.text
    assert "…" not in done.text.splitlines()[-1][-3:]


async def test_leads_that_went_to_another_are_told_of_together_and_marked_no_more(play: Play) -> None:
    await leads_of_the_pool(play, 100)
    await play.say(SELLER, "/leads общие")
    await play.tap(SELLER, "☑️ Выбрать")
    await play.tap(SELLER, "Весь список (≤100)")
    await play.tap(SELLER, "📤 В общие")
    await changed(play, set(range(1, 101)), assignee_id=play.ids[OTHER_SELLER.telegram_id])
    done = await play.tap(SELLER, "Да, все 100")
    [line] = [line for line in done.text.splitlines() if line[0] in "✅❌"]
    assert told_of(line) == set(range(1, 101))
    assert line.endswith(": Ведёт Pavlo. Попросите руководителя передать их вам.")
    await play.tap(SELLER, "К списку")
    assert "☑️ Выбрать" not in play.screen(SELLER).labels


async def changed(play: Play, lead_ids: set[int], **values: Any) -> None:
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id.in_(lead_ids)).values(**values)))
