"""What is written with digits and is no amount, and words written with marks, as patterns of plain text."""

NOT_IN_WORD, NO_LETTER = r"(?<![^\W_])", r"(?![^\W_])"
_PHONES = (
    r"\+\d[\d ()-]{8,}\d"
    r"|(?<!\d)[78][ (-]{0,2}9\d\d[ )-]{0,2}\d{3}[ -]?\d\d[ -]?\d\d(?!\d)"
    r"|(?<!\d)0\d\d[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d)"
)
MONTHS = (
    "янв|фев|мар[та]|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|квіт|трав|черв|лип|серп|верес|жовт|лист|груд"
)
_DATES = (
    r"[0-3]?\d\.(?:0?\d|1[0-2])\.(?:19|20)?\d\d(?!\d)|[0-3]?\d/(?:0?\d|1[0-2])/(?:20)?[23]\d(?!\d)"
    rf"|\d{{1,2}} (?:{MONTHS})[^\W\d_]*(?: 20\d\d)?"
)
_UNITS = (
    rf"[ктмрkm]{NO_LETTER}|[$€₴₽%]|т\.|тр|тыс|тис|млн|mln|руб|грн|гривен|дол|евро|євро|usd|eur|uah|rub|у\. ?е|thous"
    r"|проц|відс|perc|pct"
)
_DAYS_SAID = (
    rf"(?:до|until|till) (?:{_DATES})|"
    r"(?:(?:с|до|по|от|з|від|from|till|until|to) [0-3]\d\.[01]\d|(?:до|till|until) [0-3]?\d\.(?:0[1-9]|1[0-2]))"
    rf"(?!\d|[ .,]?\d|[^\W\d_]| ?(?:{_UNITS}))"
)
_YEARS = rf"(?:19|20)\d\d ?(?:г\.? ?в|р\.? ?в|год[ау]? выпуска|року випуску|г|год|года|року?)\.?{NO_LETTER}"
_PLATE = "[авекмнорстухabekmhopctyxі]"
_NO_LABEL = "(?![нс]с )"  # «СС 8500 кв 20» and «НС 1500 кв 20» look like plates
_PLATES = rf"{_NO_LABEL}{_PLATE}{{1,2}} ?\d{{3,4}} ?{_PLATE}{{2}}(?: ?\d{{2,3}})?{NO_LETTER}"
_VIN = "[a-hj-npr-z"
_VINS = rf"(?={_VIN}\d]*(?:\d{_VIN}]|{_VIN}]\d)){_VIN}\d]{{17}}{NO_LETTER}"
_NUMBERED = r"(?:вариант|варіант|вар\.|variant|option|опция|опція) ?№? ?\d{1,6}(?![\d.,%к])"
_SECOND_CLAIM = r"(?:2|второго|другого|вторым)(?:-?(?:го|ого))? (?:страх\w*\.? )?(?:случа\w+|событи\w+|випадк\w+)"
SKIPPED = (
    rf"(?=[\d+№#])(?:{_PHONES}|[0-2]?\d:[0-5]\d(?!\d)|{_DATES}|{_YEARS}|{NOT_IN_WORD}{_VINS}|{_SECOND_CLAIM}"
    r"|[№#] ?\d{1,6}(?![\d.,%к])|24/7)"
    rf"|{NOT_IN_WORD}(?=[^\W\d_])(?:{_DAYS_SAID}|{_PLATES}|{_VINS}|{_NUMBERED}|(?:со?|зі?|из|від|от) {_SECOND_CLAIM}"
    rf"|{_SECOND_CLAIM})"
)
ADDRESSES = r"https?://\S+|\S+@\S+\.\S+"
ABBREVIATED = (
    r"[ка] ?[./\\-] ?[вb]|[сc] ?[./\\] ?[сc]|(?:б|без) ?[./\\-] ?(?:франш\w*|фр|ф)"
    r"|фр?-(?:шиза|за|ша|зы|шы|зи|зу)|ф ?[./] ?р|пол[ -]года|пів[ -]року|ст-ть|у ?\. ?е|w/o"
)
