"""A proposal on paper: the brokerage's head, what is insured, the offers in a table, their conditions, who to ask."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias

from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from bot.render import pdf_style as look
from bot.render.pdf_style import INNER, paragraph
from bot.render.renderer import Renderer
from models.calculation import DeductibleKind
from models.user import Language
from services.calculations.client_version import ClientOffer, ClientVersion
from services.conversation.values import FullDay, Localized, Param, Parts, Text, text
from services.ports import Proposal
from services.proposals.words import deductible_value, plan_words, sum_insured, term_words

Words: TypeAlias = Callable[[Text], str]

ALL = ((0, 0), (-1, -1))
LONGEST_FOOT = 90

_SUM = attrgetter("sum_insured")
_TERM = attrgetter("term_months", "term_days")


def write_proposal(
    version: ClientVersion, renderer: Renderer, language: Language, *, brokerage: str | None
) -> Proposal:
    """The same bytes whenever it is written: the only day in it is the version's own."""

    def words(of: Text) -> str:
        return renderer.plain(of, language, version.made_on)

    about: dict[str, Param] = {
        "kind": Localized(version.kind_names),
        "object": version.object,
        "day": FullDay(version.made_on),
    }
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        pageTemplates=[PageTemplate(frames=[look.page_frame()])],
        title=words(text("pdf-document-title", **about)),
        author=brokerage or version.seller,
        lang=language.value,
        invariant=1,
    )
    head = brokerage or words(text("pdf-brokerage"))
    foot = look.readable(words(_signed(version, head)))[:LONGEST_FOOT]
    canvas = partial(look.FootedCanvas, left=foot, page_of=partial(_page_of, words))
    document.build(_story(version, words, head, brokerage), canvasmaker=canvas)
    return Proposal(words(text("pdf-file-name", **about)), buffer.getvalue())


def _page_of(words: Words, page: int, pages: int) -> str:
    return words(text("pdf-page", page=str(page), pages=str(pages)))


def _signed(version: ClientVersion, brokerage: str | None) -> Text:
    return _just(Parts([version.seller, brokerage]))


def _story(version: ClientVersion, words: Words, head: str, brokerage: str | None) -> list[Flowable]:
    """The last page has more than the end on it where something can come along."""
    conditions = _conditions(version, words)
    last = conditions.pop() if conditions else []
    return [
        _head(version, words, head),
        HRFlowable(width="100%", color=look.ACCENT, thickness=1.2, spaceBefore=5, spaceAfter=16),
        paragraph(words(text("pdf-title")), look.TITLE),
        Spacer(0, 8),
        _facts(version, words),
        Spacer(0, 16),
        _offers(version, words),
        *chain.from_iterable(conditions),
        KeepTogether([*last, *_end(version, words, brokerage)]),
    ]


def _head(version: ClientVersion, words: Words, head: str) -> Table:
    dated = words(text("pdf-dated", number=str(version.deal_id), day=FullDay(version.made_on)))
    row = [paragraph(head, look.BRAND), paragraph(dated, look.SMALL_RIGHT)]
    return _table([row], [0.6, 0.4], ("VALIGN", *ALL, "BOTTOM"))


def _facts(version: ClientVersion, words: Words) -> Table:
    facts = [
        ("pdf-client", version.client),
        ("pdf-kind", words(_just(Localized(version.kind_names)))),
        ("pdf-object", version.object),
        *_shared(version, words),
    ]
    rows = [[paragraph(words(text(key)), look.LABEL), paragraph(value, look.BODY)] for key, value in facts]
    return _table(rows, [0.25, 0.75], ("TOPPADDING", *ALL, 1), ("BOTTOMPADDING", *ALL, 1))


def _shared(version: ClientVersion, words: Words) -> list[tuple[str, str]]:
    """What all offers have in common is said once."""
    first = version.offers[0]
    shared = []
    if first.sum_insured is not None and _alike(version, _SUM):
        shared.append(("pdf-sum-insured", words(_just(first.sum_insured))))
    term = term_words(first)
    if term is not None and _alike(version, _TERM):
        shared.append(("pdf-term", words(term)))
    return shared


def _alike(version: ClientVersion, of: Callable[[ClientOffer], object]) -> bool:
    return len({of(offer) for offer in version.offers}) == 1


def _offers(version: ClientVersion, words: Words) -> Table:
    """The column of deductibles only where one was said."""
    said = any(offer.deductible_kind for offer in version.offers)
    columns = ["pdf-insurer", "pdf-premium", *(["pdf-deductible"] if said else []), "pdf-plans"]
    heads = [paragraph(words(text(key)), look.HEAD_RIGHT if key == "pdf-premium" else look.HEAD) for key in columns]
    rows: list[Sequence[Any]] = [
        heads,
        *(_row(offer, version, words, with_deductible=said) for offer in version.offers),
    ]
    shades = [
        ("BACKGROUND", (0, line), (-1, line), look.GOOD_SHADE)
        for line, offer in enumerate(version.offers, start=1)
        if offer.id == version.best_id
    ]
    return _table(
        rows,
        [0.33, 0.19, 0.2, 0.28] if said else [0.44, 0.24, 0.32],
        ("BACKGROUND", (0, 0), (-1, 0), look.SHADE),
        ("LINEBELOW", *ALL, 0.6, look.LINE),
        ("LEFTPADDING", *ALL, 7),
        ("RIGHTPADDING", *ALL, 7),
        ("TOPPADDING", *ALL, 6),
        ("BOTTOMPADDING", *ALL, 7),
        ("LEFTPADDING", (2, 0), (2, -1), 16),
        *shades,
        heads=1,
    )


def _row(offer: ClientOffer, version: ClientVersion, words: Words, *, with_deductible: bool) -> list[list[Paragraph]]:
    insurer = [paragraph(offer.insurer, look.STRONG)]
    insurer += [paragraph(detail, look.SMALL) for detail in _details(offer, version, words)]
    premium = [paragraph(words(_just(offer.premium)), look.STRONG_RIGHT)]
    if offer.id == version.best_id:
        premium.append(paragraph(words(text("pdf-best")), look.GOOD_RIGHT))
    deductible = [[paragraph(words(_deductible(offer)), look.BODY)]] if with_deductible else []
    first, *others = plan_words(offer)
    plans = [paragraph(words(plan), look.BODY) for plan in (first, *(text("pdf-plan-or", plan=o) for o in others))]
    return [insurer, premium, *deductible, plans]


def _details(offer: ClientOffer, version: ClientVersion, words: Words) -> list[str]:
    own = [
        None if _alike(version, _SUM) else sum_insured(offer),
        None if _alike(version, _TERM) else term_words(offer),
    ]
    return [*filter(None, [offer.programme]), *(words(said) for said in own if said is not None)]


def _deductible(offer: ClientOffer) -> Text:
    if offer.deductible_kind is DeductibleKind.NONE:
        return text("pdf-deductible-none")
    value = deductible_value(offer)
    return text("pdf-deductible-unsaid") if value is None else _just(value)


def _just(value: Param) -> Text:
    return text("pdf-value", value=value)


def _conditions(version: ClientVersion, words: Words) -> list[list[Flowable]]:
    """Of each offer that has some; their title is with the first."""
    said = [(offer, offer.conditions) for offer in version.offers if offer.conditions]
    found: list[list[Flowable]] = []
    for offer, conditions in said:
        name = words(_just(Parts([offer.insurer, offer.programme])))
        found.append([paragraph(name, look.CONDITION_OF), paragraph(conditions, look.CONDITION)])
    if found:
        found[0].insert(0, paragraph(words(text("pdf-conditions")), look.SECTION))
    return found


def _end(version: ClientVersion, words: Words, brokerage: str | None) -> list[Flowable]:
    """How long it holds and whom to ask; kept on one page."""
    end: list[Flowable] = [Spacer(0, 18)]
    if version.valid_until is not None:
        end.append(paragraph(words(text("pdf-valid-until", day=FullDay(version.valid_until))), look.STRONG))
    asks = words(text("pdf-manager", name=words(_signed(version, brokerage))))
    end += [paragraph(asks, look.BODY), Spacer(0, 8), paragraph(words(text("pdf-note")), look.SMALL)]
    return end


def _table(rows: Sequence[Sequence[Any]], shares: Sequence[float], *rules: tuple[Any, ...], heads: int = 0) -> Table:
    """`shares` of the page's width; `heads` rows stand again on each page."""
    plain = [("VALIGN", *ALL, "TOP"), ("LEFTPADDING", *ALL, 0), ("RIGHTPADDING", *ALL, 0)]
    return Table(
        [tuple(row) for row in rows],
        colWidths=[INNER * share for share in shares],
        style=[*plain, *rules],
        repeatRows=heads,
    )
