"""What the seller sees before he shows a client the offers."""

from handlers.proposal.picks import Picks
from models.user import Language
from services.calculations.client_version import ClientOffer, ClientVersion
from services.conversation.rows import in_rows
from services.conversation.values import Button, Localized, Parts, Screen, Style, Text, text
from services.proposals.words import deductible_words

IN_A_ROW = 4


def picking(version: ClientVersion, picks: Picks) -> Screen:
    """Numbered lines; a number takes its offer out and puts it back. `picks` are settled."""
    title = text("scr-proposal", number=str(version.deal_id))
    kind = Localized(version.kind_names)
    about = text("scr-proposal-about", client=version.client, kind=kind, object=version.object)
    if not version.offers:
        return Screen([title, about, text("scr-proposal-empty")], [_leave(picks)], subject=f"deal:{picks.deal_id}")
    lines = [_line(place, offer, version, picks) for place, offer in enumerate(version.offers, start=1)]
    hint = text("scr-proposal-hint", language=text(f"language-{picks.language}"))
    return Screen([title, about, *lines, hint], _rows(version, picks), subject=f"deal:{picks.deal_id}")


def _line(place: int, offer: ClientOffer, version: ClientVersion, picks: Picks) -> Text:
    key = "scr-proposal-in" if offer.number in (picks.numbers or ()) else "scr-proposal-out"
    best = text("scr-proposal-best") if offer.id == version.best_id else None
    words = Parts([offer.insurer, offer.premium, deductible_words(offer), best])
    return text(key, number=str(place), offer=words)


def _rows(version: ClientVersion, picks: Picks) -> list[list[Button]]:
    turns = [
        Button(text("btn-number", number=str(place)), "proposal.show", picks.turned(offer.number).arg)
        for place, offer in enumerate(version.offers, start=1)
    ]
    return [
        *in_rows(turns, IN_A_ROW),
        [_language(language, picks) for language in Language],
        [
            Button(text("btn-proposal-text"), "proposal.text", picks.arg, Style.PRIMARY),
            Button(text("btn-proposal-pdf"), "proposal.pdf", picks.arg, Style.PRIMARY),
        ],
        _leave(picks),
    ]


def _language(language: Language, picks: Picks) -> Button:
    style = Style.PRIMARY if language is picks.language else Style.PLAIN
    return Button(text(f"btn-language-{language}"), "proposal.show", picks.spoken(language).arg, style)


def _leave(picks: Picks) -> list[Button]:
    return [
        Button(text("btn-proposal-offers"), "offers.list", picks.deal_id),
        Button(text("btn-open-card"), "deal.card", picks.deal_id),
    ]
