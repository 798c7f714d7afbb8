"""Until which day an offer holds, said among its terms: «до 5.12», «действует до 5 декабря»."""

import re
from datetime import UTC, date, datetime, time, timedelta

from handlers.parsing.dates import parse_date
from handlers.parsing.offers.patterns import MONTHS
from handlers.parsing.result import Day

_UNTIL = re.compile(
    r"(?<!\w)(?:до|until|till) (\d{1,2}\.\d{1,2}(?:\.(?:20)?\d\d)?(?![\d%к])"
    rf"|\d{{1,2}} (?:{MONTHS})\w*(?: 20\d\d)?)",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?:оплат|плат|взнос|внес|доплат|остат|решт|залиш|скидк|знижк|аванс|pay|discount)\w*"
    r"|(?<!\w)(?<!без )фр\w*|(?<!\w)(?:кв|ком\w*)|(?<!\w)(?:с|з|from) [\d.]+)\W*$",
    re.IGNORECASE,
)
_LONGEST = timedelta(days=92)


def said_validity(source: str, today: date) -> tuple[date | None, str]:
    """The only day within three months that the words name, and these words; (None, "") where it is not clear."""
    matches = [each for each in _UNTIL.finditer(source) if not _OF_SOMETHING_ELSE.search(source[: each.start()])]
    found = {match[1]: match[0] for match in matches}
    if len(found) != 1:
        return None, ""
    [(typed, words)] = found.items()
    said = parse_date(typed, now=datetime.combine(today, time(), UTC))
    if isinstance(said, Day) and said.date <= today + _LONGEST:
        return said.date, words
    return None, ""
