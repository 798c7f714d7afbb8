"""Words of offers in the three languages, each with the part it plays in a line."""

from enum import Enum, auto
from functools import lru_cache

from handlers.parsing.money_words import VOCABULARY as MONEY_WORDS
from handlers.parsing.money_words import Doubt, Minor, Scale
from handlers.parsing.spelling import Vocabulary
from handlers.parsing.text import look_alikes, other_keyboards
from models.money import Currency


class Role(Enum):
    """What a word does to the numbers beside it."""

    __hash__ = object.__hash__  # members are looked up in sets for every word; hashing their names is ten times slower

    PREMIUM = auto()
    DEDUCTIBLE = auto()
    COMMISSION = auto()
    SUM_INSURED = auto()
    INSTALMENTS = auto()
    TERM = auto()
    DISCOUNT = auto()
    PART = auto()
    """The amount is one part of the premium: «взнос 24100»."""
    OTHER = auto()
    """The number beside it is none of the fields: «КБМ 0,5», «тариф 4 %»."""
    VALIDITY = auto()
    PAYMENT = auto()
    ONCE = auto()
    MONTHLY = auto()
    QUARTERLY = auto()
    HALF_YEARLY = auto()
    YEAR = auto()
    HALF_YEAR = auto()
    QUARTER = auto()
    MONTH = auto()
    WEEK = auto()
    DAY = auto()
    YEARS_OF_AGE = auto()
    PERCENT = auto()
    WITHOUT = auto()
    NONE = auto()
    EVERYONE = auto()
    PROGRAMME = auto()
    KIND = auto()
    PRODUCT = auto()
    INSURED = auto()
    """Before «сумма» it makes the sum insured: «страховая сумма»."""
    SUM = auto()
    COST = auto()
    OBJECT = auto()
    REFUSAL = auto()
    OR = auto()
    AND = auto()
    PREPOSITION = auto()
    FILLER = auto()
    VEHICLE = auto()
    PAID = auto()
    """Money that has moved: «оплатил 48200» is no offer."""
    CHAT = auto()
    """Talk: a line with it names no unknown insurer."""


_FORMS: dict[Role, str] = {
    Role.PREMIUM: """премия премию премии премией премія премію премії прем страхпремия страхпремія premium prem
        премка стоит коштує платеж платіж price cost costs вартість цена цену ціна ціну premiya""",
    Role.DEDUCTIBLE: """франшиза фр франшизу франшизы франшизой франшизе франшизи франшизою франшизі франш франшиз
        фран фрша фрза фза фша фшиза фрш фра франча франшизка фрзы фрзи фзы фшизы фрши ф deductible ded excess franchise
        franshiza franshizy fr frans""",
    Role.COMMISSION: """кв ав комиссия комиссию комиссии комиссией комиссионные комиссионное комісія комісію комісії
        комісійні комісійна комиса комса комсы ком комис коміс вознаграждение агентское агентские агентская
        винагорода винагороду агентська commission comission commision comm com kv kom komissiya брокерские
        брокерская av""",
    Role.SUM_INSURED: """сс страхсумма страхсума стрсумма страховаясумма ss si лимит ліміт лимита ліміту лимитом
        покрытие покриття coverage""",
    Role.INSURED: "страховая страховой страховую страхова страхову страх стр insured sum",
    Role.SUM: "сумма сумму суммы сума суму суми sum insured",
    Role.COST: "стоимость стоимости стоимостью стть вартість",
    Role.OBJECT: "авто тс машины машину автомобиля автомобиль квартиры дома объекта имущества тз майна об'єкта будинку",
    Role.INSTALMENTS: """рассрочка рассрочку рассрочки рассрочкой рассроч расср расрочка рассрочкa розстрочка
        розстрочку розстрочки розстрочкою розстр instalments installments instalment installment rassrochka""",
    Role.TERM: "срок сроком срока строк строком term період период periodom",
    Role.DISCOUNT: "скидка скидку скидкой скидки скидок знижка знижку знижкою знижки discount кэшбэк кешбэк",
    Role.PART: "взнос взноса внесок внеску доплата доплату аванс остаток первоначальный ежемесячный щомісячний",
    Role.OTHER: """кбм kbm возраст стаж тариф тарифа тарифу бм бонусмалус угон угоне угона хищение викрадення крадіжка
        тотал тоталь тоталі пробег мощность кт коэф коэффициент коефіцієнт дго нс износ знос gap гап дтп век
        вік эвакуатор евакуатор theft total""",
    Role.VALIDITY: "действует действительно действителен актуально актуален дійсний дійсна дійсно діє valid годен",
    Role.PAYMENT: """платежа платежей платежами платежах платежам взноса взносов взносами взносам внесків внесками
        внески взносы платежи платежі платежів плат пл частями частинами частини частей части частин часть
        транша траншей траншами этапа этапов этапами етапи етапів етапами равными рівними payments
        instalments installments parts""",
    Role.ONCE: """единовременно единовременный единовременная единоразово одноразово одноразовий разово разовый едно
        единовр единовременка единов сразу одразу целиком полностью повністю lump lumpsum oneoff upfront""",
    Role.MONTHLY: "ежемесячно помесячно щомісяця щомісячно помісячно monthly",
    Role.QUARTERLY: "поквартально ежеквартально щоквартально щокварталу поквартальна поквартальная quarterly",
    Role.HALF_YEARLY: "полугодиям полугодовая піврічно півріччям semiannual semiannually halfyearly",
    Role.YEAR: """год года годовой годовая годовое годика рік року річний річна річне annual yearly роки років year
        years yr yrs y god г""",
    Role.YEARS_OF_AGE: "лет",
    Role.HALF_YEAR: "полгода полугодие півроку піврічний полугодовой halfyear",
    Role.QUARTER: "квартал квартала",
    Role.MONTH: """мес месяц месяца месяцев месяцы місяць місяця місяців місяці міс month months mo mos mth mths mes
        mesyacev месс месяцов""",
    Role.WEEK: "неделя недели недель неделю тиждень тижні тижнів week weeks нед тиж",
    Role.DAY: "день дня дней дни днів дні дн сут суток доба доби діб day days",
    Role.PERCENT: "% процент процента процентов процентами відсоток відсотка відсотків percent pct проц",
    Role.WITHOUT: "без bez without w/o",
    Role.NONE: """нет нету немає нема отсутствует отсутствуют відсутня відсутні none nil no нулевая нулевой нулевую
        нульова нульову нульовою zero ноль нуль""",
    Role.EVERYONE: """все всех всем всеми везде всюду усі всі всім усіх усім всіх скрізь всюди everywhere all everyone
        everybody одинаково однаково каждого каждому обоих обеих обох both""",
    Role.PROGRAMME: """программа программе программу программы програма програмі програму програми пакет пакета пакеті
        продукт продукта продукту programme program package product plan""",
    Role.KIND: """каско осаго осцпв автоцивілка автоцивилка дсаго дмс взр ипотека іпотека имущество майно kasko casco
        osago mtpl мтпл автокаско миникаско мінікаско добровільна зк greencard зеленая зелена картка green""",
    Role.PRODUCT: """стандарт standard standart лайт light lite оптимум оптима оптимальный optimum оптімум эконом
        економ econom economy классик классика класик класика classic комфорт comfort базовый базовая
        базовий базис базова basic премиум преміум бизнес бізнес business вип vip платинум платина platinum
        голд gold золотой золотий серебро сильвер silver бронза прагматик прагматичный автопрофи профи
        профессионал професіонал компакт compact мини міні mini макси максі maxi смарт smart умное умный
        драйв drive эксперт експерт старт start престиж prestige защита захист автозащита автозахист полное
        полный повне повний ущерб легкое легкий свобода хит хіт супер super экстра екстра extra экспресс
        експрес express ультра ultra элит еліт elite универсал универсальный домовой ресоавто автомаксимум
        всевключено фридом freedom люкс плюс plus pro про надежный надійний выгодный вигідний альтернатива
        альтернативное вселенная перспектива правильное спутник партнер партнерский персональный
        индивидуальный корпоративный семейный сімейний""",
    Role.REFUSAL: """отказ отказали отказала отказались відмова відмовили отказывают refused declined считает считают
        рахує рахують ждем чекаємо жду""",
    Role.OR: "или либо або чи or",
    Role.AND: "и й та and",
    Role.PREPOSITION: "в на за по от від с со з із зі у об о про к ко під при for at in of with the a on an per та і",
    Role.FILLER: """составляет составит итог итого всего разом загалом total ровно точно получилось вышло вийшло
        виходить выходит будет буде у них дает дают дали дала дал дав дає предлагает предлагают пропонує
        пропонують насчитали насчитала насчитал посчитали порахували порахувала нарахували ставит ставят
        расчет розрахунок предложение пропозиція вариант варіант ск сг зао ооо оао пао ао спао сао пат прат
        ат тов чао нск наск гск вig vig страхование страхування страховка страховая компания компанія
        компании гарантия insurance company дом безусл безусловно безусловная условная безумовна умовна
        агрегатная неагрегатная динамическая учетом урахуванням вместе есть є это це вот ось там тут тоже
        теж также також можно можна наш наша нам мне мені сейчас зараз пока поки еще ще уже вже только лише
        тільки если якщо но але размер розмір размере сумме оплата оплаты оплати оплатой оплатою оплате is
        was by ставка ставке акция окей ок ok да так полис поліс полиса поліса policy предварительно
        попередньо новый новая лучший кращий каждый дешевле дорожче дороже дешевше""",
    Role.PAID: """оплатил оплатила оплатили оплатив оплачено заплатил заплатила заплатили заплатив перевел перевела
        перевели переказав переказали получил получили отримали отримав сплатив сплатили paid""",
    Role.VEHICLE: """тойота toyota камри camry киа kia рио хендай hyundai солярис лада lada веста бмв bmw мерседес
        mercedes ауди audi шкода skoda октавия фольксваген vw volkswagen поло рено renault логан форд ford
        ниссан nissan мазда mazda лексус lexus хавал haval чери chery джили geely пежо шевроле опель субару
        хонда honda мицубиси тесла tesla volvo вольво дастер креста туарег тигуан спортейдж крета""",
    Role.CHAT: """клиент клиента клиенту клиентка клієнт клієнта клієнту клієнтка client оплатил оплатила оплатили
        оплатив заплатил заплатили перевел перевели переказав получил получили отримали отримав счет рахунок
        invoice нужно нужен нужна надо треба потрібно позвоните позвонить перезвоните перезвонить привет
        здравствуйте добрый доброе вітаю привіт доброго hello hi спасибо дякую thanks пожалуйста просит
        просить хочет хоче согласен согласна ждет чекає документы документи паспорт птс стс фото скан завтра
        сегодня сьогодні вчера вчора понедельник вторник среда четверг пятница когда коли сколько скільки
        почему чому кто хто где де как як что що какой какая яка який прошу перешли отправь отправил
        надіслав скинь скинул скинула расход расходы дебет долг карта карту приват""",
}


def _roles() -> dict[str, Role]:
    return {form: role for role, forms in reversed(_FORMS.items()) for form in forms.split()}


_EXACT = _roles()
_NEVER_MISSPELT = {Role.CHAT, Role.VEHICLE, Role.FILLER, Role.PREPOSITION, Role.PAID, Role.PRODUCT, Role.REFUSAL}
_SIMILAR = Vocabulary({form: role for form, role in _EXACT.items() if role not in _NEVER_MISSPELT})
NO_DEDUCTIBLE = frozenset(
    [
        "бф",
        "бфр",
        "безфр",
        "безф",
        "безфранш",
        "безфраншизная",
        "безфраншизна",
        "безфраншизний",
        "безфраншизный",
        "бесфраншизная",
        "бесфраншизный",
        "безфраншизы",
        "безфраншизи",
        "безфраншизное",
        "bezfr",
    ]
)
NONE_BEFORE_ITS_LABEL = frozenset(
    ["нулевая", "нулевой", "нулевую", "нульова", "нульову", "нульовою", "zero", "nil", "no"]
)
OF_BEFORE = frozenset(
    [
        "прошлый",
        "прошлого",
        "прошлому",
        "прошлым",
        "прошлом",
        "прошлой",
        "прошлогодней",
        "прошлогоднего",
        "прошлогодняя",
        "было",
        "была",
        "прежнего",
        "прежней",
        "прежнему",
        "торік",
        "торішнього",
        "торішньої",
        "торішній",
        "минулого",
        "минулий",
        "минулому",
        "минулої",
        "було",
        "була",
        "попередньої",
        "попереднього",
        "last",
        "previous",
        "before",
        "previously",
    ]
)
"""Of last year's policy, not of this offer."""
COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "единая единой единым один одна однією одним одному одной одну одною one single раз",
            "два две двумя двома дві двух двох two",
            "три тремя трьома трех трьох three",
            "четыре четырьмя чотири чотирма four",
            "пять п'ять five",
            "шесть шістьма шість six",
            "семь сім",
            "восемь вісім",
            "девять дев'ять",
            "десять ten",
            "одиннадцать одинадцять",
            "двенадцать дванадцять twelve",
        ),
        start=1,
    )
    for word in words.split()
}


@lru_cache(maxsize=8192)
def role_of(word: str) -> Role | None:
    """Exact first; then look-alike letters, units of money, one slip, and the other keyboard."""
    for spelling in (word, *look_alikes(word)) if len(word) > 1 else (word,):
        if spelling in _EXACT:
            return _EXACT[spelling]
    if word in COUNTS or unit_of(word):
        return None
    return _SIMILAR.find(word) or _retyped_role(word)


def _retyped_role(word: str) -> Role | None:
    if len(word) < 2 or not word.isascii():
        return None
    return next((_EXACT[other] for other in other_keyboards(word) if other in _EXACT), None)


@lru_cache(maxsize=8192)
def unit_of(word: str) -> Scale | Currency | Minor | None:
    """A unit of money after a number; «тр», «тысруб» are two units and read as the scale."""
    known = MONEY_WORDS.find(word)
    if isinstance(known, Scale | Currency | Minor):
        return known
    if known is not None:
        return None
    for cut in range(1, min(len(word), 5)):
        scale, rest = MONEY_WORDS.find(word[:cut]), MONEY_WORDS.find(word[cut:])
        if isinstance(scale, Scale) and isinstance(rest, Currency):
            return scale
    return None


@lru_cache(maxsize=8192)
def doubt_of(word: str) -> str | None:
    """Why an amount beside this word is uncertain: «до», «около», «или»."""
    known = MONEY_WORDS.find(word)
    return known.why if isinstance(known, Doubt) else None
