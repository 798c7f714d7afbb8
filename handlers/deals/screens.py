"""What a deal looks like."""

from models.deal import DealStage
from services.access import Actor, Right
from services.clients.identifiers import mask_phone
from services.conversation.values import Button, Localized, Screen, Text, text
from services.deals.queries import DealCard, JournalLine


def card(deal: DealCard, actor: Actor) -> Screen:
    lines = [
        text(
            "scr-deal-title", icon=deal.icon, number=str(deal.id), kind=Localized(deal.kind_names), object=deal.object
        ),
        turn_line(deal),
        text("scr-deal-stage", stage=text(f"stage-deal-{deal.stage}")),
        client_line(deal),
        text("scr-deal-premium", amount=deal.premium) if deal.premium else None,
        text("scr-deal-folder", count=deal.documents, fetching=deal.fetching),
        journal_line(deal.last_entry) if deal.last_entry else text("scr-deal-journal-empty"),
        text("scr-deal-review", day=deal.review_on) if deal.review_on else None,
    ]
    return Screen(lines, card_rows(deal, actor), subject=f"deal:{deal.id}")


def turn_line(deal: DealCard) -> Text:
    if deal.stage is DealStage.LOST:
        return text("scr-deal-lost", reason=deal.lost_reason or "")
    if deal.asleep and deal.review_on:
        return text("scr-deal-asleep", day=deal.review_on)
    return text(f"scr-deal-turn-{deal.turn}", seller=deal.seller, executor=deal.executor or "")


def client_line(deal: DealCard) -> Text:
    if deal.client_phone is None:
        return text("scr-deal-client", client=deal.client_name)
    return text("scr-deal-client-phone", client=deal.client_name, phone=mask_phone(deal.client_phone))


def journal_line(entry: JournalLine) -> Text:
    return text("scr-deal-journal-last", entry=entry_words(entry))


def entry_words(entry: JournalLine) -> Text:
    if entry.key is not None:
        return text(entry.key, author=entry.author or "")
    if entry.text is None:
        return text("jrn-voice")
    return text("jrn-said", words=entry.text)


def card_rows(deal: DealCard, actor: Actor) -> list[list[Button]]:
    rows = [[Button(text("btn-folder", count=deal.documents), "deal.folder", deal.id)]]
    if actor.may(Right.WRITE_JOURNAL):
        rows[0].append(Button(text("btn-journal"), "deal.journal", deal.id))
    rows.append([Button(text("btn-my-deals"), "deal.list", "mine:")])
    return rows
