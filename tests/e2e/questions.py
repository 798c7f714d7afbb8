"""The questions that a clumsy newcomer may be asked, what is refused at each with which words, and what goes on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from tests.handlers.deals.opened import opened_deal
from tests.harness import Play
from tests.people import SELLER

Content: TypeAlias = str | dict[str, Any]
Reach: TypeAlias = Callable[[Play], Awaitable[Any]]

INVISIBLE = "\u200b\u2060"
RIGHT_TO_LEFT = "\u200f\u202e"
ENORMOUS = "я" * 4096
HTML = "<b>Иван</b> & <script>alert(1)</script>"
STICKER = {
    "sticker": {
        "file_id": "s",
        "file_unique_id": "s",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }
}
PLACE = {"location": {"latitude": 55.75, "longitude": 37.61}}
CONTACT = {"contact": {"phone_number": "+79161234567", "first_name": "Иван"}}
PHOTO: dict[str, Any] = {
    "photo": [{"file_id": "p", "file_unique_id": "p", "width": 10, "height": 10, "file_size": 100}]
}


async def client(play: Play) -> None:
    await play.say(SELLER, "/newdeal")


async def new_client(play: Play) -> None:
    await client(play)
    await play.tap(SELLER, "Новый клиент")


async def phone(play: Play) -> None:
    await client(play)
    await play.say(SELLER, "Петров")


async def kind(play: Play) -> None:
    await phone(play)
    await play.tap(SELLER, "Пропустить")


async def insured(play: Play) -> None:
    await kind(play)
    await play.tap(SELLER, "КАСКО")


async def confirmation(play: Play) -> None:
    await insured(play)
    await play.say(SELLER, "Toyota Camry")


async def on_card(label: str, play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, label)


async def on_more(label: str, play: Play) -> None:
    await on_card("Ещё", play)
    await play.tap(SELLER, label)


async def premium(play: Play) -> None:
    await on_card("Дальше по этапам", play)
    await play.tap(SELLER, "клиент и документы")
    await play.tap(SELLER, "Дальше по этапам")
    await play.tap(SELLER, "согласование")


async def birth_date(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    for answer in ("человек", "Петров Пётр", "89161230000", "petrov@mail.ru"):
        await play.say(SELLER, answer)


@dataclass(frozen=True, slots=True)
class Question:
    """How one gets there, what is refused with which words, and the answer that goes on to other words."""

    reach: Reach
    refused: tuple[tuple[Content, str], ...]
    good: str
    then: str


ANYWHERE = ((STICKER, "Такое я не понимаю"), (PLACE, "Такое я не понимаю"), ("/нет_такой", "Такой команды нет"))
WORDLESS = ((INVISIBLE, "Не вижу в ответе"), ("🙂🙂🙂", "Не вижу в ответе"), (RIGHT_TO_LEFT, "Не вижу в ответе"))
TOO_LONG = ((ENORMOUS, "Слишком длинно: 4\N{NO-BREAK SPACE}096 знаков"),)
NAMELESS = (("-500", "на имя не похоже"), ("31.02.2027", "на имя не похоже"))

QUESTIONS = {
    "client": Question(client, ANYWHERE + WORDLESS + TOO_LONG + NAMELESS, "Петров", "Телефон клиента Петров"),
    "new client": Question(new_client, ANYWHERE + WORDLESS + TOO_LONG + NAMELESS, "Петров", "Телефон клиента Петров"),
    "phone": Question(
        phone,
        (
            *ANYWHERE,
            ("двенадцать", "Не похоже на телефон"),
            (HTML, "Не похоже на телефон"),
            (PHOTO, "файл не подходит"),
        ),
        "8 916 123-45-67",
        "Что страхуем",
    ),
    "kind": Question(
        kind,
        (*ANYWHERE, ("марсоход", "Не знаю вида «марсоход»"), (HTML, f"Не знаю вида «{HTML}»")),
        "каско",
        "что именно страхуем",
    ),
    "insured": Question(insured, ANYWHERE + WORDLESS + TOO_LONG, "Camry", "открыть сделку?"),
    "confirmation": Question(
        confirmation,
        (*ANYWHERE, ("может быть", "Заметка: может быть"), (HTML, f"Заметка: {HTML}")),
        "да",
        "Сделка открыта",
    ),
    "day": Question(
        partial(on_card, "Отложить"),
        (
            *ANYWHERE,
            (CONTACT, "контакт не подходит"),
            ("31.02.2027", "в этом месяце 28 дней"),
            ("32 марта", "Не понял дату «32 марта»"),
            ("вчера", "уже прошло"),
            ("через 500 лет", "слишком далеко"),
            ("🙂", "Не понял дату"),
        ),
        "завтра",
        "Отложил",
    ),
    "birth date": Question(
        birth_date,
        (
            *ANYWHERE,
            ("31.02.1980", "Не понял дату"),
            ("12.03.2041", "ещё не наступило"),
            ("весной", "Например: 15.03.1980"),
        ),
        "15.03.1980",
        "сохранить?",
    ),
    "premium": Question(
        premium,
        (
            *ANYWHERE,
            ("-48200", "больше нуля"),
            ("0", "больше нуля"),
            ("48 200 или 51 000", "«48 200 или 51 000»"),
            ("9" * 60, "уточните сумму"),
            ("5 000 000 000 000", "слишком большая"),
            ("много", "Не понял сумму «много»"),
            (HTML, "Не понял сумму"),
        ),
        "48 200",
        "Премия: 48\N{NARROW NO-BREAK SPACE}200",
    ),
    "executor": Question(
        partial(on_more, "Исполнитель"), (*ANYWHERE, ("Никто", "Не нашёл «Никто»")), "Taras", "Исполнитель: Taras"
    ),
    "reason": Question(partial(on_more, "Отказ"), ANYWHERE + WORDLESS + TOO_LONG, "Дорого для него", "записать отказ?"),
    "entry": Question(
        partial(on_card, "Записать"), (*ANYWHERE, (INVISIBLE, "не вижу ни слова")), "Просит скидку", "«Просит скидку»"
    ),
}
