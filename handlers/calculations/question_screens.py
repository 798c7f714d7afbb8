"""Questions about offers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import islice

from handlers.calculations.lines import REQUIRED, doubts_of, terms_of
from handlers.calculations.parse import Line
from handlers.common.days import future_day_rows
from handlers.common.doubts import doubt_text
from handlers.common.insurers import insurer_rows
from handlers.parsing.offers.insurers import name_key
from handlers.parsing.result import Ask as Doubt
from models.calculation import DeductibleKind
from models.insurer import Insurer
from models.money import Money
from services.calculations.plans import PaymentPlan
from services.calculations.queries import OfferTermsView
from services.calculations.words import last_year_words, plan_words, terms_words
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.money.rates import as_percent
from services.money.words import percent_words

SAVE, FINISH, MORE, JOURNAL, LINE = "save", "finish", "more", "journal", "line-"
READY, DROP, CLEAR, LAST_YEAR = "ready", "drop", "clear", "last-year"
OPTIONAL = ("sum_insured", "programme", "term", "valid_until", "conditions", "commission")
MOST_CHIPS = 4
LIKELY_WORDS, LEAST_LIKENESS = 2, 0.6
LONGEST_ASIDE = 300


def _insurers(insurers: Sequence[Insurer], view: str | None) -> list[list[Chip]]:
    return insurer_rows([Chip(text("btn-insurer", name=each.name), each.code) for each in insurers], view)


def lines(deal_id: int, known: Sequence[Insurer], view: str | None, *, region: str) -> Screen:
    """With an example of what brokerages of the region write."""
    said = [text("ask-offers", number=str(deal_id)), text(f"ask-offers-example-{region.casefold()}")]
    return Screen(said, _insurers(known, view))


def premium(insurers: Mapping[str, Insurer], line: Line) -> Screen:
    return Screen([text("ask-offer-premium-of", insurer=_insurer_words(line, insurers))])


def review(
    all_lines: Sequence[Line],
    insurers: Mapping[str, Insurer],
    *,
    may_finish: bool,
    are_words: bool,
    saved: bool,
    aside: str,
) -> Screen:
    """`aside` are words beside the offers, which the journal gets."""
    clear = sum(not doubts_of(line) for line in all_lines)
    said = [text("ask-offers-review")]
    for number, line in enumerate(all_lines, start=1):
        said += _line(number, line, insurers)
    if aside:
        said.append(text("offer-aside", words=aside[:LONGEST_ASIDE]))
    rows: list[Sequence[Chip]] = []
    if clear and may_finish and clear == len(all_lines):
        rows.append([Chip(text("btn-offers-finish", count=clear), FINISH, Style.SUCCESS)])
        rows.append([Chip(text("btn-offers-save-only"), SAVE)])
    elif clear:
        rows.append([Chip(text("btn-offers-save", count=clear), SAVE, Style.SUCCESS)])
        rows += [[Chip(text("btn-offers-finish-only", count=clear), FINISH)]] if may_finish else []
    elif saved and may_finish:
        rows.append([Chip(text("btn-offers-finish-without"), FINISH)])
    edits = [Chip(text("btn-offers-line", number=str(at + 1)), f"{LINE}{at}") for at in range(len(all_lines))]
    rows += in_rows(edits, 4)
    to_journal = [Chip(text("btn-offers-to-journal"), JOURNAL)] if are_words else []
    rows.append([Chip(text("btn-offers-more"), MORE), *to_journal])
    return Screen(said, rows)


def _line(number: int, line: Line, insurers: Mapping[str, Insurer]) -> list[Text]:
    """Some lines each: who and how much; then the rest, or what is not clear."""
    doubts = doubts_of(line)
    mark = text("offer-doubtful") if doubts else text("offer-clear")
    insurer = _insurer_words(line, insurers)
    terms = terms_of(line, "")
    price = terms.premium if "premium" not in doubts else text("offer-unknown")
    said = [text("offer-line", mark=mark, number=str(number), insurer=insurer, premium=price)]
    said.append(text("offer-line-terms", terms=terms_words(terms)))
    said += [text("scr-offer-valid-until", day=terms.valid_until)] if terms.valid_until else []
    said += [doubt_words(field, why, line) for field, why in doubts.items()]
    if line["unknown"]:
        said.append(text("offer-line-unknown", words=", ".join(line["unknown"])[:60]))
    return said


def _insurer_words(line: Line, insurers: Mapping[str, Insurer]) -> str | Text:
    code = line.get("insurer")
    return insurers[code].name if isinstance(code, str) else text("offer-unknown")


def doubt_words(field: str, why: str, line: Line) -> Text:
    typed = line["source"] or "…"
    if why == "missing":
        return text("offer-missing", field=text(f"offer-field-{field}"))
    value = line.get(field)
    params = value.get("params", {}) if isinstance(value, dict) else {}
    return doubt_text(Doubt(why, params), typed, "offer-not-understood")


def nothing_clear() -> Text:
    return text("err-offers-doubtful")


def kept(clear: int, doubtful: int) -> Text:
    return text("scr-offers-kept", count=clear, doubtful=doubtful)


def saved(count: int, *, of_another: bool = False) -> Text:
    """`of_another`: they were to be handed in, but the task is somebody else's by now."""
    return text("scr-offers-saved-for-another" if of_another else "scr-offers-saved", count=count)


def handed_in(dropped: int) -> Text:
    return text("scr-offers-handed-in", dropped=dropped)


def finished(count: int, dropped: int) -> Text:
    return text("scr-offers-finished", count=count, dropped=dropped)


def left(deal_id: int, name: str, *, is_kept: bool) -> Screen:
    """The deal is another's now."""
    said = [
        text("scr-offers-left", deal=str(deal_id), name=name),
        text("scr-offers-left-kept", name=name) if is_kept else None,
        text("scr-offers-left-next", name=name),
    ]
    return Screen(said, [[Button(text("btn-queue"), "task.queue"), Button(text("btn-menu"), "menu")]])


def corrected() -> Text:
    return text("scr-offer-corrected")


def offer(
    line: Line, insurers: Mapping[str, Insurer], *, is_saved: bool, last_year: OfferTermsView | None = None
) -> Screen:
    """`last_year` where it says something that this line does not."""
    doubts, terms = doubts_of(line), terms_of(line, "")
    said: list[Text | None] = [
        text("ask-offer", insurer=_insurer_words(line, insurers)),
        text("scr-offer-premium", amount=terms.premium) if "premium" not in doubts else None,
        *field_lines(terms),
        text("scr-offer-source", words=line["source"]) if line["source"] else None,
        *(doubt_words(field, why, line) for field, why in doubts.items()),
    ]
    first = [
        Chip(text(f"btn-offer-field-{field}"), field) for field in (*doubts, *REQUIRED, "deductible", "instalments")
    ]
    others = [Chip(text(f"btn-offer-field-{field}"), field) for field in OPTIONAL if field not in doubts]
    chips = list({chip.value: chip for chip in (*first, *others)}.values())
    rows = [[Chip(text("btn-offer-save" if is_saved else "btn-offer-ready"), READY, Style.SUCCESS)]]
    if last_year is not None:
        rows.append([Chip(text("btn-offer-as-last-year"), LAST_YEAR)])
        said.append(text("scr-deal-last-year", terms=last_year_words(last_year)))
    leave = [] if is_saved else [[Chip(text("btn-offer-drop"), DROP, Style.DANGER)]]
    return Screen(said, [*rows, *in_rows(chips), *leave])


def field_lines(terms: OfferTermsView) -> list[Text | None]:
    """All that is known beside insurer and premium."""
    plans = [plan_words(plan) for plan in terms.plans]
    return [
        _deductible_line(terms),
        *(text("scr-offer-plan", plan=plan) for plan in plans),
        text("scr-offer-sum-insured", amount=terms.sum_insured) if terms.sum_insured else None,
        text("scr-offer-programme", name=terms.programme) if terms.programme else None,
        text("scr-offer-term-months", count=terms.term_months) if terms.term_months else None,
        text("scr-offer-term-days", count=terms.term_days) if terms.term_days else None,
        text("scr-offer-commission", percent=as_percent(terms.commission_rate))
        if terms.commission_rate is not None
        else None,
        text("scr-offer-valid-until", day=terms.valid_until) if terms.valid_until else None,
        text("scr-offer-conditions", words=terms.conditions) if terms.conditions else None,
        text("scr-offer-attached") if terms.document_id else None,
    ]


def _deductible_line(terms: OfferTermsView) -> Text | None:
    match terms.deductible_kind, terms.deductible:
        case DeductibleKind.NONE, _:
            return text("scr-offer-no-deductible")
        case DeductibleKind.PERCENT, int(rate):
            return text("scr-offer-deductible", value=percent_words(rate))
    return text("scr-offer-deductible", value=terms.deductible_money) if terms.deductible_money else None


def insurer(known: Sequence[Insurer], line: Line, view: str | None) -> Screen:
    """Those of a like name first."""
    said = [text("ask-offer-insurer", source=line["source"] or "…")]
    likely = sorted(known, key=lambda each: -_likeness(each, line))
    return Screen(said, _insurers(likely, view))


def _likeness(insurer: Insurer, line: Line) -> float:
    """Of its name to the words that nobody understood; zero where they hardly look alike."""
    names = [name_key(name) for name in (insurer.name, *insurer.aliases)]
    keys = [name_key(word) for word in line["unknown"][:LIKELY_WORDS]]
    ratios = [SequenceMatcher(a=key, b=name).ratio() for key in keys for name in names]
    best = max(ratios, default=0.0)
    return best if best >= LEAST_LIKENESS else 0.0


def field(name: str, line: Line, others: Sequence[OfferTermsView], view: str | None, today: date) -> Screen:
    """`others` are offers of the same deal: what they say is likely here too."""
    said = [text(f"ask-offer-{name}")]
    rows: list[Sequence[Chip]] = []
    if name == "valid_until":
        rows += future_day_rows(view, today=today)
    else:
        rows += in_rows(_unique(_likely(name, others)))
    if name in OPTIONAL and line.get(name) is not None:
        rows.append([Chip(text("btn-offer-clear"), CLEAR)])
    return Screen(said, rows)


def _unique(chips: Iterable[Chip]) -> list[Chip]:
    return list(islice({chip.value: chip for chip in chips}.values(), MOST_CHIPS))


def _likely(name: str, others: Sequence[OfferTermsView]) -> Iterable[Chip]:
    """The usual answer first, then those given before; a chip's value is what one would type."""
    match name:
        case "deductible":
            yield Chip(text("offer-no-deductible"), CLEAR)
            yield from (_money_chip(x.deductible_money) for x in others if x.deductible_money)
            shares = [x.deductible for x in others if x.deductible_kind is DeductibleKind.PERCENT and x.deductible]
            yield from (Chip(percent_words(share), f"{as_percent(share):f}%") for share in shares)
        case "instalments":
            yield Chip(text("offer-plan-once"), CLEAR)
            before = [plan for x in others for plan in x.plans if plan.count > 1]
            yield from (Chip(plan_words(plan), _typed_plan(plan)) for plan in (*before, PaymentPlan(2), PaymentPlan(4)))
        case "commission":
            rates = [x.commission_rate for x in others if x.commission_rate is not None]
            yield from (Chip(percent_words(rate), f"{as_percent(rate):f}%") for rate in rates)
        case "sum_insured":
            yield from (_money_chip(x.sum_insured) for x in others if x.sum_insured)
        case "programme":
            short = [x.programme for x in others if x.programme and len(x.programme.encode()) <= 30]
            yield from (Chip(text("btn-insurer", name=programme), programme) for programme in short)
        case "term":
            yield from (
                Chip(text("offer-term-days", count=x.term_days), f"{x.term_days} days") for x in others if x.term_days
            )
            months = [x.term_months for x in others if x.term_months]
            yield from (Chip(text("offer-term-months", count=count), f"{count} months") for count in (*months, 12))


def _typed_plan(plan: PaymentPlan) -> str:
    return "/".join(f"{as_percent(share):f}" for share in plan.shares) or str(plan.count)


def _money_chip(money: Money) -> Chip:
    return Chip(text("btn-amount", amount=money), f"{money.major:f} {money.currency}")
