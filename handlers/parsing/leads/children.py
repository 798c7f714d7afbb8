"""Children who are insured, as typed: «сына 9 лет», «дочка Маша 8 лет»."""

from handlers.parsing.leads.sheet import Sheet

_CHILDREN_TEXT = """
    сына сын сыну дочь дочку дочери дочка ребенка ребенок ребенку детей внука внук внучку внучка племянника племянницу
    мальчика девочку сина син доньку донька дитину дитина дитини дітей онука онук онуку онучку хлопчика дівчинку
    son daughter child
"""
_CHILDREN = frozenset(_CHILDREN_TEXT.split())
_AGES_TEXT = """
    лет год года г рік роки років р мес месяцев місяців years year y
"""
_AGES = frozenset(_AGES_TEXT.split())
_JOINTS = frozenset({"и", "та", "і", "й", "and"})


def end_of_child(sheet: Sheet, at: int) -> int | None:
    """Behind the age, which tells that the child is the insured; in «на себя и дочь 6 лет» he is not the only one."""
    if sheet.plain(at) not in _CHILDREN or not sheet.is_free(at) or sheet.plain(at - 1) in _JOINTS:
        return None
    age = at + 2 if sheet.kind(at + 1) == "word" and sheet.tokens[at + 1].is_capital else at + 1
    if sheet.kind(age) != "number" or not sheet.is_free(age) or sheet.plain(age + 1) not in _AGES:
        return None
    is_abbreviated = sheet.plain(age + 2) == "." and len(sheet.plain(age + 1)) == 1
    return age + 2 + (is_abbreviated or sheet.plain(age + 2) == "old")
