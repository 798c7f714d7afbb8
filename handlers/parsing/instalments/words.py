"""What a word may mean in a schedule of payments, in the three languages.

Months, units and numbers are the dates' own; scales and currencies are the money's.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from handlers.parsing import money_words
from handlers.parsing.dates import words as date_words
from handlers.parsing.dates import words_en, words_ru, words_uk
from handlers.parsing.dates.words import Word
from handlers.parsing.spelling import Vocabulary
from models.money import Currency


class Sense(StrEnum):
    REST = "rest"
    NOW = "now"
    SINGLE = "single"
    """The whole in one payment."""
    WHOLE = "whole"
    """«вся сумма»: one payment where nothing else is said."""
    EQUAL = "equal"
    EACH = "each"  # «по», «кажды»: what follows is one of several
    PART = "part"  # «платёж»: counts what stands before it
    PLAN = "plan"  # «рассрочка»: counts what stands after it
    TIMES = "times"  # «раз»
    ONCE = "once"
    TWICE = "twice"
    EVERY = "every"
    PER = "per"
    STEP = "step"  # «с интервалом»
    THEN = "then"
    AGAIN = "again"
    LATER = "later"
    PERCENT = "percent"
    WITHOUT = "without"
    ON = "on"
    UP_TO = "up-to"
    THROUGH = "through"
    WITHIN = "within"  # «за тиждень», "in a week": begins a duration where one follows
    DURING = "during"
    FROM = "from"
    OF = "of"
    BY = "by"  # «4х12000»
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Interval:
    """Between two payments."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the premium, above zero and at most one where the text is sane."""

    of_one: Fraction


@dataclass(frozen=True, slots=True)
class Doubt:
    why: str


Amounts = Currency | money_words.Scale | money_words.Minor
"""What makes the number before it money."""
Meaning = Sense | Interval | Share | Doubt | Word | Amounts

_SENSES: dict[Meaning, str] = {
    Sense.REST: """остаток остатка остатку остатком остальное остальная остальную остальные остальных остального
        оставшееся оставшаяся оставшуюся оставшиеся оставшихся оставшейся ост остат решта решту решти рештою залишок
        залишку залишком інше інша іншу інші другое rest remainder remaining balance outstanding""",
    Sense.NOW: """now сейчас щас сразу срзу зразу зараз одразу відразу немедленно негайно immediately upfront старт
        старте старту оформлении оформлені оформленні подписании підписанні заключении укладанні укладенні signing
        inception покупке купівлі получении отриманні""",
    Sense.SINGLE: """единовременно единовременный единовременная единовременной единовременным единоразово
        единоразовый единоразовая одноразово одноразовый одноразовий одноразовым одномоментно одномоментний разово
        разовый разовым разовий одночасно единым едино цілком целиком полностью повністю lumpsum lump fully entire
        entirely outright single""",
    Sense.WHOLE: """everything вся все всё весь всю всі усе уся усю увесь whole all full целая полная полный полной
        полную полное повна повний повної повну""",
    Sense.EQUAL: """равными равные равных равный равная равно поровну одинаковыми одинаковых одинаковые рівними
        рівні рівних порівну однаковими однакових однакові equal equally evenly""",
    Sense.EACH: "по кажд",
    Sense.PART: """оплатой суммой сумою оплатою захода заходов заходи платеж платежа платежей платежи платежами
        платежом платежу платежах платежы платёж взнос взноса взносов взносы взносами взносом часть части частей
        частями частью доля доли долей долями транш транша траншей транши траншами траншем этап этапа этапов этапы
        этапами оплаты оплат оплатами проплаты проплат платіж платежі платежів платежем внесок внеску внески внесків
        внесками внеском частина частини частин частинами частиною частку частки часток частками етап етапи етапів
        етапами payment payments instalment instalments installment installments part parts tranche tranches portion
        portions pmt pmts pymts выплата выплаты выплат выплатами""",
    Sense.PLAN: """бьем бьём побить разобьем дробить рассрочка рассрочку рассрочки рассрочкой рассрочке расрочка
        росрочка рассрочкою разбить разбивка разбивкой разбивку разбей разбейте разбили дробим розстрочка розстрочку
        розстрочки розстрочкою розбити розбивка розбий поделить подели поделим поділити поділимо розділити розділи
        разделить раздели делим split plan spread""",
    Sense.TIMES: "раз раза разом разів рази time times go off",
    Sense.ONCE: "once",
    Sense.TWICE: "twice дважды двічі",
    Sense.EVERY: """каждый каждая каждое каждую каждые каждого каждых кажный кажд кожен кожний кожна кожне кожну
        кожні кожного кожних every each""",
    Sense.PER: "per",
    Sense.STEP: """интервалом интервал интервале інтервалом інтервал шагом шаг кроком крок промежутком проміжком
        разницей різницею перерывом перервою периодичностью періодичністю interval intervals""",
    Sense.THEN: "и й і та потом затем далее дальше а then and afterwards потім далі надалі згодом следом опосля",
    Sense.AGAIN: "еще ще another more",
    Sense.LATER: "later спустя позже позднее пізніше",
    Sense.PERCENT: """процент процента процентов проценты процентами проц прц відсоток відсотка відсотків відсотки
        відсотками percent pct""",
    Sense.WITHOUT: "без no without",
    Sense.ON: "на в во у о об к ко on by at for the due into",
    Sense.UP_TO: "до to until till",
    Sense.THROUGH: "через черз чрез чз черес чере after после після",
    Sense.WITHIN: "за in",
    Sense.DURING: "течение течении протягом впродовж упродовж within over during",
    Sense.FROM: "с со from з із зі начиная починаючи starting",
    Sense.OF: "от від of",
    Sense.BY: "x х",
    Sense.LABEL: """суммами сумами сплачує сплачують сплачуватиме оплачивает оплачивать оплачує это це будет буде
        платим платить платит платят плачу заплатит заплатить заплатим оплата оплату оплатит оплатить оплачу оплатим
        оплаті оплате сплатить сплатити сплатимо сплата сплату внесет внести внесем вносит вносить клиент клиента
        клиенту клиентка клієнт клієнта клієнтка client customer insured просит просить хочет хоче хотим хотят готов
        готова готовы готовий готові может попросил попросила давай давайте договорились домовились согласны
        согласен сделай сделайте сделать можно мож нужно надо треба пусть хай ставь поставь поставьте оформи
        оформить оформляем схема схемою график графік графиком графіком schedule вариант варіант порядок форма вид
        виде вигляді способ период премия премии премию премію премії премія суммы сумма сумму сумми сума суму суми
        стоимости стоимость вартості всего всього общая загальна итого разница различия total sum amount premium pay
        pays paid paying payable will be is it wants would like via with as a an please pls let us we i he she they
        do make made down money day дата дати даты датой date dates числа сторонам стороны страховки страховка
        страхування полис полиса полису поліс поліса полісу договор договора договору договорі договоре policy cover
        insurance полисом начала начало начале початку початок действия дії дій действие start begin beginning
        пожалуйста плз будь ласка спс спасибо дякую да так ок окей хорошо добре ага привет вітаю hi hello страховой
        страховая страховий делит делить условия умови terms расчет рассчитай тоже также теж первоначально initial
        initially первые последние перші останні сам самый само же вот ну то тоді тогда из apart начать почати при
        под під для про каско осаго осцпв дмс взр kasko casco наличными картой переводом готівкою карткою cash card""",
    Doubt("vague"): """когда-нибудь колись когда скоро незабаром soon sometime eventually весной летом осенью зимой
        навесні влітку восени взимку""",
    Doubt("choice"): "или либо або чи or either",
    Doubt("unclear"): """не ні not кроме крім окрім except если якщо if возможно можливо мабуть maybe perhaps
        probably наверное наверно кажется вроде здається possibly вместо замість instead обычно обычный как як usual
        asap""",
    Doubt("approximate"): """примерно приблизительно приблизно около близько біля десь about around roughly
        approximately approx almost почти майже орієнтовно ориентировочно""",
    Doubt("bound"): """более больше менее меньше більше менше свыше понад минимум мінімум максимум макс мин min max
        minimum maximum least most under less than""",
    Doubt("count"): """несколько несколькими кілька кількома декілька декількома few several many пару пара парой
        парочку""",
}
_INTERVALS: dict[Meaning, str] = {
    Interval(months=1): """ежемесячно ежемесячный ежемесячными ежемесячных ежемесячные ежемесячным ежемесячная
        ежемесячной помесячно помесячный помесячными помесячных помесячная месячными месячных месячные месячно
        щомісяця щомісячно щомісячні щомісячних щомісячними щомісячний щомісячна помісячно помісячні помісячна
        помісячними місячними місячних місячно monthly ежемес""",
    Interval(months=3): """ежеквартально ежеквартальный ежеквартальными ежеквартальных ежеквартальные поквартально
        поквартальный поквартальными поквартальных поквартальные поквартальная поквартальной квартально квартальными
        квартальных квартальные щокварталу щоквартально щоквартальні щоквартальних щоквартальними поквартальні
        поквартальна quarterly кварталам""",
    Interval(months=6): """полугодиями полугодовыми полугодовые полугодовых полугодично полугодовой полугодиям
        піврічно піврічними піврічні піврічних щопівроку півріччями semiannually semiannual semi-annually""",
    Interval(months=12): "ежегодно ежегодный ежегодными ежегодных щороку щорічно щорічними annually yearly annual",
    Interval(days=7): "еженедельно еженедельный еженедельными понедельно щотижня щотижнево щотижневими weekly",
    Interval(days=14): "fortnightly",
}
_SHARES: dict[Meaning, str] = {
    Share(Fraction(1, 2)): """половина половину половины половине половиной пол половинка половинку половини
        половині половиною пів half halves""",
    Share(Fraction(1, 3)): "треть трети третью третина третину третини третиною",
    Share(Fraction(1, 4)): "четверть четверти четвертью чверть чверті чвертю четвертину",
}
_COUNTS = {
    1: "одним одной одною однією",
    2: "двумя двома двомя двух двох надвое навпіл пополам наполовину пополаму",
    3: "тремя трьома трех трьох натрое натроє",
    4: "четырьмя четыремя четырех чотирма чотирьма чотирьох",
    5: "пятью п'ятьма пятьма",
    6: "шестью шістьма",
    7: "семью сьома сімома",
    8: "восемью вісьма",
    9: "девятью",
    10: "десятью десятьма",
    12: "двенадцатью дванадцятьма",
}
HALVING = frozenset({"надвое", "навпіл", "пополам", "наполовину", "пополаму"})
TURNS = {
    1: """сначала спочатку первый первая первую первой первое перший перша першу першим першою first аванс аванса
        авансом авансовый предоплата предоплату предоплаты предоплатой передоплата передоплату передоплати deposit
        downpayment advance prepayment первоначальный первоначальная початковий""",
    2: "второй вторая вторую второе вторым другий друга другу другим другою second 2nd",
    3: "третий третья третье третьим третій третя третє третю third 3rd",
    4: "четвертый четвертая четвертое четвертым четвертий четверта четверту fourth 4th",
    5: "пятый пятая пятое пятую п'ятий п'ята fifth 5th",
    6: "шестой шестая шостий шоста sixth 6th",
    99: "последний последняя последнее последним последнюю останній остання останню last final",
}
"""Which payment in the row is meant; 99 is the last."""


@dataclass(frozen=True, slots=True)
class Turn:
    number: int


def _date_forms() -> dict[str, Word]:
    tables = ("DAYS", "WEEKDAYS", "MONTHS", "UNITS", "NUMBERS", "ORDINALS", "ROLES", "WHICH")
    forms = (
        form
        for module in (words_ru, words_uk, words_en)
        for table in tables
        for group in getattr(module, table).values()
        for form in group.split()
    )
    return {form: word for form in forms if (word := date_words.VOCABULARY.find(form))}


def _vocabulary() -> Vocabulary[Meaning | Turn]:
    words: dict[str, Meaning | Turn] = {}
    words.update(_date_forms())
    for number, forms in _COUNTS.items():
        words.update({form: Word(number=number) for form in forms.split()})
    for place, forms in TURNS.items():
        words.update({form: Turn(place) for form in forms.split()})
    for table in (_SENSES, _INTERVALS, _SHARES):
        for meaning, forms in table.items():
            words.update(dict.fromkeys(forms.split(), meaning))
    return Vocabulary(words)


VOCABULARY = _vocabulary()


def meaning_of(word: str) -> Meaning | Turn | None:
    """None for a word that says nothing here or anywhere near."""
    found = VOCABULARY.find(word)
    if found is not None:
        return found
    amount = money_words.VOCABULARY.find(word)
    match amount:
        case money_words.Doubt(why):
            return Doubt(why)
        case money_words.Label():
            return Sense.LABEL
        case None:
            return _joined_units(word)
        case _:
            return amount


def _joined_units(word: str) -> Amounts | None:
    """«тр», «кгрн»: the scale with its currency."""
    for cut in range(1, min(len(word), 5)):
        scale, rest = money_words.VOCABULARY.find(word[:cut]), money_words.VOCABULARY.find(word[cut:])
        if isinstance(scale, money_words.Scale) and isinstance(rest, Currency):
            return scale
    return None
