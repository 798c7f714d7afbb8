"""What a name of a person looks like."""

import re
from enum import IntEnum
from functools import lru_cache

from handlers.parsing.leads.first_names import FIRST_NAMES

_PATRONYMIC = re.compile(
    r"[^\W\d_]{2,}(?:[оеє]вич|[иії]ч|[оеє]вна|[иії]нична|івна|ївна|йович|[аоеь]?[лнрв]ыч|палыч|саныч|ьевна|ovich|evich|ovych|ovna|evna|ivna)"
    r"(?:а|у|ем|ом|е|ы|и|ой|і|ові|еві)?|оглы|кызы|огли|кизи"
)
_SURNAME = re.compile(
    r"[^\W\d_]{2,}(?:[оеє]в|[иы]н|[іїі]н|[оеє]ва|[иы]на|іна|їна|[оеє]вы|ский|ская|цкий|цкая|ской|ского|ській|ський|ська|цький"
    r"|цька|енко|єнко|нко|чук|щук|юк|ук|як|чак|ко|ець|ец|ых|их|дзе|швили|швілі|ян|янц|ич|ач|аш|ак|ло|ів|їв"
    r"|enko|ov|ova|ev|eva|in|ina|sky|skiy|skyi|skyy|ska|skaya|chuk|yuk|uk|dze|shvili|yan)"
)
_SURNAME_IN_SMALL_LETTERS = re.compile(
    r"[^\W\d_]{2,}(?:[оеє]в|[оеє]ва|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|єнко|чук|щук|дзе|швили|ян|янц"
    r"|enko|ova|eva|sky|chuk|yan)|[^\W\d_]{3,}(?:ин|ина|ov|ev)"
)
_OBLIQUE = re.compile(r"(?:ого|ому|ой|ою|ею|єю|ову|еву|иной|ым|им|ом|ем|ей|ову|ові|еві|[аяуюеыиії])$")
_CASE_ENDINGS_TEXT = """
    а я у ю е ы и і ї й ь ой ей ею ою єю ом ем ові еві єві
"""
_CASE_ENDINGS = frozenset(_CASE_ENDINGS_TEXT.split()) | {""}
_SHORTEST_STEM = 3
_VERB_ENDINGS_TEXT = """
    ал ала или ил ила ить ать еть ити ати яти ает яет ует ет ит ють ають яють ся сь ив ав
"""
VERB_ENDINGS = tuple(_VERB_ENDINGS_TEXT.split())
"""A word in small letters that ends so is no name."""

_ORDERS = ("іть", "ите", "йте", "ьте", "іте", "жи", "ши")
"""«Перекажіть», «Позовите»: at the beginning of a sentence in capitals."""

_NO_NAMES_TEXT = """
    лизинг повтор повторно продление пролонгация внимание важно вопрос звонок встреча сделка банк сбер дубль лізинг
    увага важливо питання дзвінок зустріч угода пролонгація коллеги друзья соседи ребята товарищи колеги друзі кто
    хто кредитов часов домов готов рублев месяцев вопросов условий русский городской детей сайтов рисков грузов
    полисов платежей договоров страховой страховая московский киевский київський российский украинский английский
    магазин машин машина бензин один здоров новый детский женский мужской только сколько столько несколько недалеко
    человек максимум минимум вечером завтра сегодня прошлой первый второй последний хороший дешевле лучший быстрее
    ребенок водитель скидка срочно хозяин половина причина страховка карта вторник четверг пятница среда суббота
    автомобілів дітей років днів тижнів місяців грошей терміново швидко недорого інший новий людина година родина
    девочки девчата дівчата дівчатка народ хлопці пацаны
    вчера учора утром днем ночью снова опять зранку вранці увечері ввечері вдень знову
    хозяйка хазяйка господар господарка тема спроси передай напомни нагадай перезвони передзвони набери подзвони кадры
    не ні секретар гражданин гражданка громадянин громадянка голос трубка привет отзыв отказ
    дитина сімейний дитячий дружина мужчина женщина жінка чоловік середина картина старина величина цена ціна
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())

_DEED = re.compile(r"..+(?:[аеиуыюя]ть|[аеиіуюя]ти|т[ьи]ся|тись|[аеиуыя]ли)")
_SHORTEST_DEED = 6


def is_patronymic(plain: str) -> bool:
    return _PATRONYMIC.fullmatch(plain) is not None


def is_no_name(plain: str) -> bool:
    return plain in _NO_NAMES


def may_be_name(plain: str) -> bool:
    """Whether an unknown word in small letters may be somebody's name."""
    return plain not in _NO_NAMES and not plain.endswith((*VERB_ENDINGS, "о"))


class Sign(IntEnum):
    """How strongly a word looks like a part of a name."""

    NONE = 0
    CAPITAL = 1
    SURNAME = 2
    FIRST = 3


@lru_cache(maxsize=16384)
def sign_of(text: str, plain: str) -> Sign:
    if plain in _NO_NAMES or not plain[0].isalpha() or any(character.isdigit() for character in plain):
        return Sign.NONE
    is_capital = text[0].isupper()
    if plain in FIRST_NAMES or _PATRONYMIC.fullmatch(plain) or (is_capital and _is_case_of_first_name(plain)):
        return Sign.FIRST
    if _is_surname(plain, is_capital=is_capital):
        return Sign.SURNAME
    return Sign.CAPITAL if is_capital and len(plain) > 1 and not _is_deed(plain) else Sign.NONE


def _is_deed(plain: str) -> bool:
    """«Перезвонить», «Передали», «Позовите»: a verb that begins a sentence."""
    return plain.endswith(_ORDERS) or (len(plain) >= _SHORTEST_DEED and _DEED.fullmatch(plain) is not None)


def looks_like_name(plain: str) -> bool:
    """Whether a word in capitals is too much of a name to be taken for another word with a slip."""
    return plain in FIRST_NAMES or _SURNAME_IN_SMALL_LETTERS.fullmatch(plain) is not None


def is_nominative_first_name(plain: str) -> bool:
    """«Слава», not «Александра», which may be of «Александр» too; English names do not tell."""
    may_be_genitive = plain.endswith(("а", "я")) and FIRST_NAMES.intersection({plain[:-1], plain[:-1] + "й"})
    return plain in FIRST_NAMES and not plain.isascii() and not may_be_genitive


def _is_surname(plain: str, *, is_capital: bool) -> bool:
    if not is_capital:
        return _SURNAME_IN_SMALL_LETTERS.fullmatch(plain) is not None
    if _SURNAME.fullmatch(plain):
        return True
    ending = _OBLIQUE.search(plain)
    return ending is not None and _SURNAME_IN_SMALL_LETTERS.fullmatch(plain[: ending.start()]) is not None


def _is_case_of_first_name(plain: str) -> bool:
    for length in (1, 2):
        stem, ending = plain[: len(plain) - length], plain[len(plain) - length :]
        if ending in _CASE_ENDINGS and len(stem) >= _SHORTEST_STEM and stem in _STEMS:
            return True
    return False


def is_case_of_first_name(plain: str) -> bool:
    """«любу», «игоря»: in small letters a name only where a surname stands before it."""
    return _is_case_of_first_name(plain) and may_be_name(plain)


_STEMS = frozenset(name.rstrip("аяийьеоії") for name in FIRST_NAMES if not name.isascii())
