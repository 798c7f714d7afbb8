"""Words and signs that may stand beside an amount, in the three languages."""

from dataclasses import dataclass

from handlers.parsing.spelling import Vocabulary
from models.money import Currency


@dataclass(frozen=True, slots=True)
class Scale:
    """`by` multiplies the number before it; a `short` mark is «к» or «т», more easily a slip."""

    by: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Minor:
    """Kopecks or cents: of which currencies this can be the hundredth part."""

    of: tuple[Currency, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that makes the amount uncertain."""

    why: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word that says what the amount is for, and changes nothing in it."""


Sense = Scale | Currency | Minor | Doubt | Label

_SCALES: dict[Sense, str] = {
    Scale(1_000, short=True): "к k т t",
    Scale(1_000): """тыс тыщ тыщи тыща тысяч тысячи тысяча тысячу тысячь тысч тысча тысчи тысщ тыч тищ косарь
        косаря косарей тис тисяч тисячі тисяча тисячу тисячи тищі тыр thousand thousands thous thsd ths tys
        tis tysyach tysyachi""",
    Scale(1_000_000): """млн мльн лимон лимона лимонов мл м m кк kk лям ляма лямов миллион миллиона миллионов
        миллиону милион милиона милионов мильон мильйон мільйон мільйона мільйони мільйонів мільон мільона
        мільонів mln mn mio mil mill million millions lyam""",
    Scale(1_000_000_000): """млрд миллиард миллиарда миллиардов милиард мільярд мільярда мільярди мільярдів bn
        bln billion billions""",
}
_CURRENCIES: dict[Sense, str] = {
    Currency.RUB: """р p руб рубл ру рубль рубля рублей рублю рубли рублях рублики рублика рубликов рубасов рэ
        рублів рублі rub rur ruble rubles rouble roubles rubl rublya rubley ₽""",
    Currency.UAH: """грн гр гривна гривны гривен гривень гривня гривні гривню гривну гривнях гривнів грв uah
        grn hrn hryvnia hryvnias hryvnya griven grivna hryven ₴""",
    Currency.EUR: "€ eur euro euros евро евр еуро эвро євро євр єврів evro",
    Currency.USD: """$ usd us$ доллар доллара долларов доллары доллару долл дол долар долара доларів долари
        доларов долларів бакс бакса баксов баксы бакси баксів dollar dollars buck bucks dollarov""",
}
_MINORS: dict[Sense, str] = {
    Minor((Currency.RUB, Currency.UAH)): "коп копейка копейки копеек копейку копійка копійки копійок kop kopecks",
    Minor((Currency.USD, Currency.EUR)): "цент цента центов центи центів cent cents ¢ евроцент евроцентов",
}
_DOUBTS: dict[Sense, str] = {
    Doubt(
        "other-currency"
    ): """тенге тг kzt ₸ белорусских білоруських бел byn byr фунт фунта фунтов фунти фунтів стерлингов gbp £
        юань юаня юаней юані юанів cny rmb ¥ иен иены йен єн jpy лир лира лиры try ₺ злотый злотых злотий
        злотих pln zł zl франк франка франков франків chf лари ларі gel ₾ драм драмов amd ֏ сумов узс uzs сом
        сомов kgs манат манатов azn ₼ лей леев леїв mdl крон крона кроны czk kč шекель шекелей шекелів ils ₪
        дирхам дирхамов aed рупий рупій inr ₹ донг биткоин btc eth usdt юсдт tether crypto канадских
        австралийских канадських австралійських cad aud sek nok dkk huf pounds pound yen yuan tenge zloty
        zlotys francs""",
    Doubt("which-currency"): "уе условных единиц умовних одиниц одиниць зелени зеленых",
    Doubt(
        "words"
    ): """ноль нуль один одна одну одно два две дві три четыре чотири пять п'ять шесть шість семь сім восемь
        вісім девять дев'ять десять одиннадцать одинадцять двенадцать дванадцять тринадцать тринадцять
        четырнадцать чотирнадцять пятнадцать п'ятнадцять шестнадцать шістнадцять семнадцать сімнадцять
        восемнадцать вісімнадцять девятнадцать дев'ятнадцять двадцать двадцять тридцать тридцять сорок
        пятьдесят п'ятдесят шестьдесят шістдесят семьдесят сімдесят восемьдесят вісімдесят девяносто
        дев'яносто сто двести двісті триста четыреста чотириста пятьсот п'ятсот шестьсот шістсот семьсот
        сімсот восемьсот вісімсот девятьсот дев'ятсот полтора полторы півтора півтори пол пів половина
        половину полляма полмиллиона півмільйона полтысячи полтыщи пара пару пары пари несколько кілька
        декілька десяток сот сотня сотню сотен сотка сотку сотки сотни сотні полтинник полтос пятихатка
        пятихатку пятерка пятерку десятка десятку штука штуку штук штуки zero one two three four five six
        seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds half couple dozen several few
        quarter ½ ¼ ¾ пятьсотка ста сотнею grand""",
    Doubt("two-amounts"): "или либо або чи or",
    Doubt("negative"): "минус мінус minus negative",
    Doubt("sum"): "плюс plus умножить помножити times",
    Doubt("bound"): """до не более больше більше менее меньше менше свыше понад максимум минимум мінімум макс
        мин мін ниже нижче выше вище предел пределах межах up to least most max min over under less more below
        above than between maximum minimum""",
    Doubt("approximate"): """примерно приблизительно приблизно около порядка где гдето десь близько майже біля
        коло типа орієнтовно ориентировочно почти хвостиком лишним копейками копійками approx approximately
        about around roughly almost nearly circa ish ~ ≈ ≃ ±""",
    Doubt("percent"): "% процент процента процентов процентов відсоток відсотка відсотків percent pct ‰",
}
_LABELS = """рф росс доплата доплату доплатил доплатила доплатили аванс возврат предоплата предоплату остаток
    осталось долг еще вопроса передплата борг повернення ще pls скинул скинула скинули скинув кинул перечислил
    перечислила перечислили перекинул перекинув закинул прислал прислала ну вот тут то сумма сумму сума суму
    сум премия премию премии премія премію премії взнос взноса взносы внесок внеску внес внесла внесли вніс
    оплата оплату оплаты оплати оплатил оплатила оплатили оплатити оплатить оплачено оплатив плачу платит
    заплатил заплатила заплатили заплатив заплачено платеж платежа платежи платіж сплатив сплатила сплатили
    сплачено уплатил уплачено получил получила получили получено отримав отримала отримано отримали перевел
    перевела перевели переводом перевод переказ переказав переказом комиссия комиссию комиссии комісія комісію
    кв кэш стоимость стоимостью вартість цена цену ціна ціну стоит коштує полис полиса полису поліс поліса
    страховая страховой страховка страховку страхова страховий страхування страхование осаго еосаго каско
    осцпв автоцивілка дсаго дмс взр ипотека іпотека тариф нал налом наличка наличкой наличными наличные
    готівка готівкою готівки безнал безналом карта карту картой картою карткою картку карте счет счету рахунок
    рахунку сбер сбере сбербанк тинькофф приват монобанк моно итого всего всього разом загалом ровно рівно
    точно клиент клиента клиенту клиентка клієнт клієнта клієнтка за на в и й і та это це оце будет буде вышло
    вийшло получилось ок окей да так ага пожалуйста спасибо дякую расход расхода расходы витрата витрати доход
    дохід сша украинских українських российских рос російських американских американських итог факту
    фактически уже вже сегодня сьогодні вчера вчора пришло прийшло надійшло поступило поступила yes ok okay
    paid pay pays payment payments total amount sum premium price cost costs commission cash card exactly only
    just is it the for of in and a client received transfer fee please us american equals policy insurance
    even flat net gross"""


def _vocabulary() -> Vocabulary[Sense]:
    words: dict[str, Sense] = dict.fromkeys(_LABELS.split(), Label())
    for table in (_DOUBTS, _MINORS, _CURRENCIES, _SCALES):
        for sense, forms in table.items():
            words.update(dict.fromkeys(forms.split(), sense))
    return Vocabulary(words)


VOCABULARY = _vocabulary()
