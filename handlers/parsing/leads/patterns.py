"""What is written with figures and signs, as patterns of plain text: phones, addresses, plates, tax numbers."""

_OUT, _END = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[ ()./-]{0,3}"
_SEPARATOR = r"[ ().-]{1,3}"
_SEVEN = rf"(?:\d{{7}}|{_SEPARATOR}\d(?:{_GAP}\d){{6}})(?!\d)"

_BROKEN_PHONE = (
    r"(?:\+ ?)?(?:(?:38[ -]?)?\(?0\d{2,3}|[78][ (-]{0,2}9\d\d)\)?(?:[ -]{1,2}\d{1,4}){2,5}"
    r"|\+ ?(?:7|38)(?:[ -]?\d{2,4}){2,4}"
)
"""In groups like those of a phone, with too few or too many figures."""

_LOCAL_PHONES = {
    "RU": rf"\(?9\d\d{_SEVEN}|\([348]\d{{2,4}}\){_GAP}\d(?:{_GAP}\d){{4,6}}(?!\d)"
    rf"|\(?[348]\d\d\)?[ -]{{1,2}}\d{{3}}[ -]?\d\d[ -]?\d\d(?!\d)",
    "UA": r"\(?(?:39|50|6[36-8]|7[357]|9[1-9])(?:\d{7}|\)?[ -]{1,2}\d{3}[ -]\d\d[ -]?\d\d)(?!\d)",
}
_PHONES = "|".join(
    [
        rf"8[ -]?10[ -]?[1-9](?:{_GAP}\d){{9,12}}(?!\d)",
        rf"(?:\+ ?7|8(?=[ ()./-]{{1,3}}\d|[3-9])|7(?={_GAP}9)){_GAP}\d(?:{_GAP}\d){{9}}(?!\d)",
        rf"(?:(?:\+ ?38|38|8){_GAP})?\(?0(?:{_GAP}\d){{9}}(?!\d)",
        rf"\+ ?[1-9](?:{_GAP}\d){{7,14}}(?!\d)",
    ]
)

SPOKEN_AT = r" ?(?:\(?(?:собака|собачка|равлик)\)?|[(\[](?:at|эт|ет)[)\]]) ?"
SPOKEN_DOT = r" ?(?:точка|крапка) ?"
_BOX = r"[^\W_][\w.+-]*"
_SPOKEN_HOST = rf"{SPOKEN_AT}[\w-]+(?:(?:\.|{SPOKEN_DOT})[\w-]+)+"
_EMAIL = rf"{_BOX}(?:(?:@ ?| @ )[\w-]+(?:\.[\w-]+)+|(?:{SPOKEN_DOT}{_BOX})*{_SPOKEN_HOST})"
"""Written, also with blanks, or dictated: «ivan точка petrov собака mail точка ru»."""

TAX_LABEL = (
    r"(?:инн|inn|іпн|ипн|ipn|рнокпп|rnokpp|єдрпоу|егрпоу|єгрпоу|эдрпоу|едрпоу|edrpou|окпо|tax id|tin"
    r"|код(?=[ :№]{1,3}\d{8}(?!\d)))"
)
_TAX = rf"{_OUT}{TAX_LABEL}(?: ?/ ?кпп)?[ :№#=-]{{0,4}}\d(?:[ -]?\d){{3,13}}(?!\d)"

_SHAPE = "авекмнорстухіabcehikmoptxy"
_LETTER = f"[{_SHAPE}]"
_PLATES = (
    rf"{_OUT}(?:{_LETTER} ?\d{{3}} ?{_LETTER}{{2}} ?\d{{2,3}}(?: ?rus)?"
    rf"|{_LETTER}{{2}} ?\d{{4}} ?{_LETTER}{{2}}|\d{{4}}{_LETTER}{{2}}\d{{2,3}}){_END}"
)
PLATE_LABEL = (
    r"(?:гос\.? ?-?номер|госномер|грз|г/н|г\.н\.|гос\.? ?знак|номерной знак|держ\.? ?-?номер|держномер|д/н|plate)"
    r"(?: авто| машины)?"
)
_LABELLED_PLATE = (
    rf"{_OUT}{PLATE_LABEL}[ :№#-]{{0,3}}(?=[^\W_ ]{{0,4}} ?\d)(?=[ \d]{{0,5}}[^\W\d_])"
    rf"[^\W_]{{1,4}}(?: ?[^\W_]{{1,4}}){{0,3}}{_END}"
)
_VIN_LABEL = rf"{_OUT}(?:vin|вин|він)(?:[ -]?(?:код|номер|code))?[ :№#-]{{0,3}}"
_VIN = rf"(?:{_VIN_LABEL})?{_OUT}(?=[^\W\d_]*\d)(?=\d*[^\W\d_])[a-zа-яі\d]{{17}}{_END}"


def token_pattern(region: str) -> str:
    """Named groups are the kinds of tokens."""
    phones = f"{_PHONES}|{_LOCAL_PHONES[region]}" if region in _LOCAL_PHONES else _PHONES
    return (
        rf"(?P<email>{_EMAIL})"
        r"|(?P<address>https?://\S+|www\.\S+|(?<![\w@])@\w+)"
        rf"|(?P<tax>{_TAX})|(?P<vin>{_VIN})|(?P<plate>{_LABELLED_PLATE}|{_PLATES})"
        rf"|(?P<phone>(?<![\d№#])(?<!\d[.-])(?<![^\W\d_])(?:плюс )?(?:{phones}))"
        rf"|(?P<misread>(?<![^\W_])(?:(?=\d*[оo])\d[\dоo]{{8,12}}|{_BROKEN_PHONE})(?![^\W_]))"
        r"|(?P<number>\d+(?:[.,:/]\d+)*)"
        r"|(?P<word>[^\W\d_][^\W_]*(?:'[^\W_]+)*)|(?P<line>\n)|(?P<mark>\S)"
    )
