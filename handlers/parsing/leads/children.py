"""Relatives who are insured, as typed: «сына 9 лет», «дочка Маша 8 лет», «внуков Максима и Соню (7 и 9 лет)»."""

from handlers.parsing.leads.sheet import Sheet

_CHILDREN_TEXT = """
    сына сын сыну дочь дочку дочери дочка ребенка ребенок ребенку детей внука внук внучку внучка внучке племянника
    племянницу мальчика девочку сина син доньку донька дитину дитина дитини дітей онука онук онуку онучку хлопчика
    дівчинку son daughter child маму мама маме мамі мать отца отец отцу папу папа папе тата тато бабушку бабушка бабушке
    бабуся бабусю бабусі дедушку дедушка дедушке дідусь дідуся мужа мужу жену жена жене супругу супруга дружину дружина
    чоловіка тещу теща тестя свекровь брата брат сестру сестра сестре батька батько внуков внучек сыновей дочерей детям
    онуків дочок синів племянников mother father wife husband grandmother
"""
_CHILDREN = frozenset(_CHILDREN_TEXT.split())
_AGES_TEXT = """
    лет год года г л рік роки років р рочків рочки годика годиков годик мес месяцев місяців years year y yo
"""
_AGES = frozenset(_AGES_TEXT.split())
_JOINTS = frozenset({"и", "та", "і", "й", "and"})
_MOST_NAMES = 4


def end_of_child(sheet: Sheet, at: int) -> int | None:
    """Behind the age, which tells that he is the insured; in «на себя и дочь 6 лет» he is not the only one."""
    if sheet.plain(at) not in _CHILDREN or not sheet.is_free(at) or sheet.plain(at - 1) in _JOINTS:
        return None
    opened = _end_of_names(sheet, at + 1)
    is_open = sheet.plain(opened) == "("
    unit = _end_of_ages(sheet, opened + is_open)
    if unit is None or sheet.plain(unit) not in _AGES:
        return None
    is_abbreviated = sheet.plain(unit + 1) == "." and len(sheet.plain(unit)) == 1
    return unit + 1 + (is_abbreviated or sheet.plain(unit + 1) == "old" or (is_open and sheet.plain(unit + 1) == ")"))


def _end_of_names(sheet: Sheet, at: int) -> int:
    """«Маша», «Максима и Соню»."""
    end = at
    while end < at + _MOST_NAMES and sheet.kind(end) == "word" and sheet.is_free(end):
        is_joint = sheet.plain(end) in _JOINTS and sheet.kind(end + 1) == "word"
        if not (sheet.tokens[end].is_capital or is_joint):
            break
        end += 1
    return end


def _end_of_ages(sheet: Sheet, at: int) -> int | None:
    """«9», «7 и 9»."""
    if sheet.kind(at) != "number" or not sheet.is_free(at):
        return None
    while sheet.plain(at + 1) in {*_JOINTS, ","} and sheet.kind(at + 2) == "number":
        at += 2
    return at + 1
