"""Lists of leads in chat: what they are narrowed down to, pages, words, rights."""

import re
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from models.conversation import ConversationState
from models.lead import Lead, LeadSource, LeadStage
from services.leads.delete import delete_lead
from services.leads.export import read_export
from services.leads.filters import EVERY, LeadFilter
from services.leads.lists import list_lead_ids
from tests.handlers.leads.builders import a_lead, at_stage, scored
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.statements import statements


def phone(number: int) -> str:
    return f"+7916000{number:04}"


async def several(play: Play, count: int, *, by: Person = SELLER, **fields: Any) -> list[int]:
    made = []
    for number in range(count):
        if number % 9 == 0:
            play.clock.advance(hours=1, minutes=1)
        play.clock.advance(seconds=1)
        made.append(
            await a_lead(play, f"Лид {number}", phone=phone(number + 100 * by.telegram_id % 7000), by=by, **fields)
        )
    return made


async def assigned(play: Play, lead_id: int, person: Person | None) -> None:
    values = {"assignee_id": play.ids[person.telegram_id] if person else None}
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id == lead_id).values(**values)))


async def silent(play: Play, lead_id: int, **ago: float) -> None:
    values = {"last_activity_at": play.clock.now() - timedelta(**ago)}
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id == lead_id).values(**values)))


def listed(screen: Seen) -> list[int]:
    """The numbers of the leads on the screen."""
    lines = [line for line in screen.text.splitlines() if line[:1].isdigit()]
    return [int(line.rpartition(" ")[2]) for line in lines]


async def test_a_seller_begins_with_his_own_and_a_manager_with_everybodys(play: Play) -> None:
    mine = await a_lead(play, "Иванов", phone=phone(1))
    others = await a_lead(play, "Петров", phone=phone(2), by=OTHER_SELLER)
    pooled = await a_lead(play, "Сидоров", phone=phone(3), by=MANAGER)
    shown = await play.say(SELLER, "/leads")
    assert listed(shown) == [mine]
    assert "Лиды · мои · в работе · 1" in shown.text
    assert listed(await play.say(MANAGER, "/leads")) == [pooled, others, mine]


async def test_a_seller_sees_his_own_and_the_pool_and_never_what_is_others(play: Play) -> None:
    mine = await a_lead(play, "Иванов", phone=phone(1))
    await a_lead(play, "Петров", phone=phone(2), by=OTHER_SELLER)
    pooled = await a_lead(play, "Сидоров", phone=phone(3), by=MANAGER)
    await play.say(SELLER, "/leads")
    assert listed(await play.tap(SELLER, "Общие")) == [pooled]
    assert listed(await play.tap(SELLER, "Все")) == [pooled, mine]
    token = play.screen(SELLER).data("Мои").split(":")[1]
    forged = f"lead.put:{token}:whose={play.ids[OTHER_SELLER.telegram_id]}"
    assert listed(await play.tap_data(SELLER, forged, play.screen(SELLER).message_id)) == []
    assert listed(await play.say(SELLER, "/leads Петров")) == []


async def test_an_executor_has_no_leads(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1), by=MANAGER)
    for command in ("/leads", "/deleted"):
        assert "Іванов" not in (await play.say(EXECUTOR, command)).text
        assert "Иванов" not in play.screen(EXECUTOR).text
    assert "lead.card" not in str((await play.say(EXECUTOR, "Иванов")).buttons)


async def test_filters_are_put_together_by_chips_and_taken_away_by_theirs(play: Play) -> None:
    hot = await a_lead(play, "Иванов", phone=phone(1), source=LeadSource.PARTNER)
    await scored(play, hot, 900)
    warm = await a_lead(play, "Петров", phone=phone(2), source=LeadSource.PARTNER)
    await scored(play, warm, 700)
    other = await a_lead(play, "Сидоров", phone=phone(3))
    await scored(play, other, 900)
    await play.say(SELLER, "/leads")
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, "горячий")
    await play.tap(SELLER, "🌐 Откуда")
    narrowed = await play.tap(SELLER, "🏢 Партнёр")
    assert "мои · в работе · 🔥 горячий · от партнёра" in narrowed.text
    shown = await play.tap(SELLER, "✅ Показать")
    assert listed(shown) == [hot]
    assert "мои · в работе · 🔥 горячий · от партнёра · 1" in shown.text
    assert listed(await play.tap(SELLER, "✖️ 🔥 горячий")) == [warm, hot]
    assert listed(await play.tap(SELLER, "✖️ от партнёра")) == [other, warm, hot]


async def test_closed_leads_are_in_their_stage_and_in_every_stage_only(play: Play) -> None:
    open_one = await a_lead(play, "Иванов", phone=phone(1))
    lost = await a_lead(play, "Петров", phone=phone(2))
    await play.tap_data(SELLER, f"lead.lose:{lost}")
    await play.tap(SELLER, "Дорого")
    await play.tap(SELLER, "Да")
    assert listed(await play.say(SELLER, "/leads")) == [open_one]
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, "отказ")
    assert listed(await play.tap(SELLER, "Показать")) == [lost]
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, "все этапы")
    assert listed(await play.tap(SELLER, "Показать")) == [lost, open_one]


@pytest.mark.parametrize(("days", "ago", "found"), [(3, 3, True), (3, 2, False), (7, 8, True), (30, 29, False)])
async def test_silence_is_counted_in_whole_days(play: Play, days: int, ago: int, found: bool) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1))
    await silent(play, lead, days=ago)
    await play.say(SELLER, "/leads")
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, f"⏳ {days}+")
    shown = await play.tap(SELLER, "Показать")
    assert listed(shown) == ([lead] if found else [])
    assert ("⏳ с " in shown.text) is found


async def test_the_best_come_first_and_those_without_a_score_not_at_all(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {n}", phone=phone(n)) for n in range(9)]
    for number, lead in enumerate(leads[:8]):
        await scored(play, lead, 100 + (number * 3 % 8) * 100)
    by_score = sorted(range(8), key=lambda number: -(number * 3 % 8))
    page = await play.say(SELLER, "/leads best")
    found = listed(page)
    found += listed(await play.tap(SELLER, "Дальше"))
    assert found == [leads[number] for number in by_score]


async def test_pages_follow_each_other_to_the_last_lead_and_back_to_the_top(play: Play) -> None:
    leads = await several(play, 15)
    page = await play.say(SELLER, "/leads")
    first = listed(page)
    found = [*first]
    while any("Дальше" in label for label in page.labels):
        page = await play.tap(SELLER, "Дальше")
        found += listed(page)
    assert found == leads[::-1]
    assert listed(await play.tap(SELLER, "В начало")) == first


async def test_leads_of_one_moment_are_paged_by_number(play: Play) -> None:
    leads = [await a_lead(play, f"Лид {n}", phone=phone(n)) for n in range(10)]
    page = await play.say(SELLER, "/leads")
    assert listed(page) + listed(await play.tap(SELLER, "Дальше")) == leads[::-1]


async def test_the_card_leads_back_to_the_page_it_was_opened_from(play: Play) -> None:
    await several(play, 8)
    await play.say(SELLER, "/leads")
    page = await play.tap(SELLER, "Дальше")
    await play.tap_data(SELLER, page.data("1"), page.message_id)
    assert (await play.tap(SELLER, "⬅️ Лиды")).text == page.text


async def test_a_cursor_that_was_tampered_with_or_is_of_another_list_is_outdated(play: Play) -> None:
    await several(play, 8)
    data = (await play.say(SELLER, "/leads")).data("Дальше")
    head, token, cursor = data.split(":")
    for forged in (cursor[:-1] + ("A" if cursor[-1] != "A" else "B"), "A" * 32, cursor[:8], "ы", "=" * 32):
        await play.tap_data(SELLER, f"{head}:{token}:{forged}")
        assert "устарел" in play.toast(SELLER), forged
        play.toasts.clear()
    await play.tap_data(SELLER, data)
    assert not play.toasts
    await play.tap_data(SELLER, f"lead.put:{token}:whose=anybody")
    await play.tap_data(SELLER, data)
    assert "устарел" in play.toast(SELLER)


@pytest.mark.parametrize(
    "forged",
    [
        *("whose=nobody", "whose=99999999999999999999", "stage=gone", "source=1", "domain_id=x", "idle=5", "tier=x"),
        *("words=abc", "deleted=1", "", "=", "best"),
    ],
)
async def test_a_forged_part_of_a_filter_is_outdated(play: Play, forged: str) -> None:
    token = (await play.say(SELLER, "/leads")).data("Фильтр").split(":")[1]
    await play.tap_data(SELLER, f"lead.put:{token}:{forged}")
    if forged != "best":
        assert "устарел" in play.toast(SELLER)
    assert "Лиды" in (await play.say(SELLER, "/leads")).text


async def test_what_is_chosen_is_ticked(play: Play) -> None:
    await play.say(MANAGER, "/leads hot с сайта")
    shown = await play.tap(MANAGER, "Фильтр")
    ticked = [label for label in shown.labels if "✓" in label]
    assert ticked == ["✓ Все", "✓ в работе", "✓ 🔥 горячий", "✓ 🕘 Новые сверху", "✓ 🌐 Откуда"]
    assert "✓ 🌐 Сайт" in (await play.tap(MANAGER, "Откуда")).labels


async def test_buttons_fit_however_far_the_list_goes(play: Play) -> None:
    await several(play, 8)
    page = await play.say(MANAGER, "/leads")
    await play.tap(MANAGER, "Дальше")
    choosing = await play.tap(MANAGER, "Выбрать")
    for screen in (page, choosing):
        for row in screen.buttons:
            assert all(len(button["callback_data"].encode()) <= 64 for button in row)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hot", "мои · в работе · 🔥 горячий"),
        ("горячие с сайта", "мои · в работе · 🔥 горячий · с сайта"),
        ("гарячі з сайту", "мои · в работе · 🔥 горячий · с сайта"),
        ("новые все", "все · новый"),
        ("pool warm partners", "общие · в работе · 🌤 тёплый · от партнёра"),
        ("спільні без руху 7 днів", "общие · в работе · без движения 7+ дн."),
        ("без движения 30 дней", "мои · в работе · без движения 30+ дн."),
        ("silent for a week", "мои · в работе · без движения 7+ дн."),
        ("отказы", "мои · отказ"),
        ("лучшие", "мои · в работе · лучшие сверху"),
        ("Иванов", "все · все этапы · «Иванов»"),
        ("Новиков", "все · все этапы · «Новиков»"),
        ("мои Иванов Пётр новые", "мои · новый · «Иванов Пётр»"),
        ("+7 916 000-00", "все · все этапы · «7 916 000-00»"),
    ],
)
async def test_filters_are_understood_in_three_languages(play: Play, typed: str, said: str) -> None:
    shown = await play.say(SELLER, f"/leads {typed}")
    assert shown.text.splitlines()[0].startswith(f"🎯 Лиды · {said}")


async def test_words_are_asked_for_and_narrow_down_what_was_chosen(play: Play) -> None:
    wanted = await a_lead(play, "Иванов Пётр", phone=phone(1))
    await a_lead(play, "Петров Пётр", phone=phone(2))
    await play.say(SELLER, "/leads")
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, "🔎 Имя, телефон")
    assert "слишком" in (await play.say(SELLER, "я")).text.casefold() or "букв" in play.screen(SELLER).text
    shown = await play.say(SELLER, "иван")
    assert listed(shown) == [wanted]
    assert "«иван»" in shown.text
    assert len(listed(await play.tap(SELLER, "✖️ «иван»"))) == 2


async def test_words_and_filters_hold_together_page_by_page(play: Play) -> None:
    leads = await several(play, 9)
    for lead in leads[:8]:
        await scored(play, lead, 900)
    page = await play.say(SELLER, "/leads лид hot")
    assert listed(page) + listed(await play.tap(SELLER, "Дальше")) == leads[:8][::-1]


async def test_a_lead_is_found_at_any_idle_moment_and_by_find(play: Play) -> None:
    lead = await a_lead(play, "Иванов Иван", phone=phone(1), object="Camry")
    for typed in ("иванов", "/find camry", "0001"):
        found = await play.say(SELLER, typed)
        assert "Лиды" in found.text, typed
        assert f"lead.card:{lead}" in [button["callback_data"] for row in found.buttons for button in row]
    assert "Лиды" not in (await play.say(OTHER_SELLER, "иванов")).text
    assert "Лиды" in (await play.say(MANAGER, "иванов")).text


async def test_more_leads_of_a_search_are_paged(play: Play) -> None:
    leads = await several(play, 8)
    await play.say(SELLER, "лид")
    page = await play.tap(SELLER, "Ещё лиды")
    assert listed(page) == leads[:3][::-1]


async def test_deleted_leads_are_in_no_list_count_or_search(play: Play) -> None:
    gone = await a_lead(play, "Иванов", phone=phone(1))
    await play.tap_data(ADMIN, f"lead.delete:{gone}")
    await play.tap(ADMIN, "Yes")
    for command in ("/leads", "/leads все этапы все", "/leads Иванов", "/leads best", "/leads пул"):
        assert listed(await play.say(MANAGER, command)) == [], command
        assert "· 0" in play.screen(MANAGER).text or "«" in play.screen(MANAGER).text
    assert "Лиды" not in (await play.say(MANAGER, "Иванов")).text


async def test_a_deleted_lead_is_in_no_export_and_no_bulk(play: Play) -> None:
    gone = await a_lead(play, "Иванов", phone=phone(1))
    await play.write(partial(delete_lead, actor=play.actor(ADMIN), lead_id=gone, now=play.clock.now()))
    every = LeadFilter(stage=EVERY)
    read = partial(read_export, actor=play.actor(MANAGER), wanted=every, idle_before=None)
    assert (await play.read(read)).sheet.rows == []
    picked = partial(list_lead_ids, actor=play.actor(MANAGER), wanted=every, idle_before=None, limit=101)
    assert await play.read(picked) == []


async def test_no_screen_counts_a_table(play: Play) -> None:
    """What is counted is a page or fifty-one rows of an index, and on the menu nothing."""
    await several(play, 8)
    for opened in ("/menu", "/leads", "/leads hot", "/leads лид", "/deleted"):
        with statements() as asked:
            await play.say(MANAGER, opened)
        assert [one for one in asked if re.search(r"count\(\*\)[^(]*FROM leads", one)] == [], opened
        assert opened != "/menu" or not [one for one in asked if "count(" in one], opened


async def test_counts_go_no_further_than_fifty(play: Play) -> None:
    await several(play, 52, by=MANAGER)
    assert "· 50+" in (await play.say(MANAGER, "/leads")).text


async def test_a_line_begins_with_the_name_and_calls_the_lead_by_his_number(play: Play) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1))
    assert f"1. Иванов · лид {lead}\n" in (await play.say(MANAGER, "/leads")).text


async def test_whose_a_lead_is_stands_only_where_they_are_not_all_of_one(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await a_lead(play, "Петров", phone=phone(2), by=MANAGER)
    assert "Maryna" not in (await play.say(SELLER, "/leads")).text
    both = (await play.tap(SELLER, "Все")).text
    assert "Maryna" in both
    assert "новый · общие" in both
    assert "новый · общие" not in (await play.tap(SELLER, "Общие")).text


async def test_the_pool_is_emptied_by_taking(play: Play) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1), by=MANAGER)
    await play.say(SELLER, "/leads общие")
    page = play.screen(SELLER)
    assert listed(page) == [lead]
    await play.tap_data(SELLER, page.data("1"), page.message_id)
    await play.tap(SELLER, "Взять себе")
    assert listed(await play.tap(SELLER, "⬅️ Лиды")) == []


async def test_a_record_of_another_release_begins_the_list_anew(play: Play) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1))
    await play.say(SELLER, "/leads")
    record = (await play.read(lambda session: session.execute(select(ConversationState)))).scalars().one()
    for broken in ({"wanted": {"gone": 1}}, {"page": "nonsense"}):
        data = {**record.data, "listing": {**record.data["listing"], **broken}}
        await play.write(lambda session, data=data: session.execute(update(ConversationState).values(data=data)))
        shown = await play.tap_data(SELLER, "lead.list:", play.screen(SELLER).message_id)
        assert listed(shown) == [lead], broken


async def test_stages_move_leads_between_lists(play: Play) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1))
    await at_stage(play, lead, LeadStage.CONTACTED)
    assert listed(await play.say(SELLER, "/leads новые")) == []
    assert listed(await play.say(SELLER, "/leads связались")) == [lead]


async def test_those_who_have_paid_are_listed_with_what_they_paid(play: Play) -> None:
    owes = await a_lead(play, "Петров", phone=phone(1))
    paid = await a_lead(play, "Иванов", phone=phone(2))
    values = {"paid_at": play.clock.now(), "paid_amount": 4_690_000, "paid_currency": "RUB"}
    for lead_id, more in ((owes, {}), (paid, values)):
        became = update(Lead).where(Lead.id == lead_id).values(stage="transferred", **more)
        await play.write(lambda session, became=became: session.execute(became))
    await play.say(SELLER, "/leads")
    await play.tap(SELLER, "🎚 Фильтр")
    await play.tap(SELLER, "оплаченные")
    shown = await play.tap(SELLER, "Показать")
    assert listed(shown) == [paid]
    assert "мои · 💰 оплаченные · 1" in shown.text
    assert "💰 46 900 ₽" in shown.text.replace("\u202f", " ").replace("\xa0", " ")
    for typed in ("оплаченные", "paid", "оплачені", "оплатил"):
        assert listed(await play.say(SELLER, f"/leads {typed}")) == [paid], typed
    assert listed(await play.say(SELLER, "/leads оплаченные Петров")) == []
    assert listed(await play.say(SELLER, "/leads оплаченные Иванов")) == [paid]
    assert listed(await play.say(SELLER, "/leads оплаченные лучшие")) == []
