"""A qualified lead becomes a deal: what it needs, whose client it is, and that it happens once."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from models.client import Client, ClientContact, ClientKind, ContactKind
from models.deal import Deal
from models.journal_entry import JournalEntry
from models.lead import LeadAction, LeadSource, LeadStage
from models.tax_number import TaxNumberKind
from services.clients.identifiers import TaxNumber
from services.errors import NotAllowed
from services.leads.errors import LeadClosed, LeadDomainNeeded, LeadNotQualified, LeadNotScored, LeadScoreTooLow
from services.leads.move import lose_lead
from services.leads.note import NoteLead, note_lead
from services.policies.file import file_policy
from services.policies.renew import renew_policy
from services.search.everything import search_everything
from tests.handlers.clients.builders import a_client
from tests.handlers.leads.builders import PHONE, a_lead, at_stage, scored, the_lead
from tests.harness import Play
from tests.people import EXECUTOR, MANAGER, SELLER
from tests.services.clients.test_duplicates import both
from tests.services.leads.done import count, deals_of, do, history_of, ready, transfer
from tests.services.policies.builders import Filed, filing


async def client_of(play: Play, deal: Deal) -> Client:
    return await play.read(lambda session: session.get(Client, deal.client_id))  # type: ignore[no-any-return]


async def contacts_of(play: Play, client_id: int) -> list[tuple[ContactKind, str]]:
    wanted = select(ClientContact.kind, ClientContact.value).where(ClientContact.client_id == client_id)
    return [tuple(row) for row in await play.read(lambda session: session.execute(wanted))]


async def test_it_needs_stage_score_and_domain_in_this_order(play: Play) -> None:
    lead_id = await a_lead(play)
    for stage in (LeadStage.CONTACTED, LeadStage.QUALIFIED):
        with pytest.raises(LeadNotQualified):
            await play.write(transfer(play, lead_id))
        await at_stage(play, lead_id, stage)
    with pytest.raises(LeadNotScored):
        await play.write(transfer(play, lead_id))
    await scored(play, lead_id, 599)
    with pytest.raises(LeadScoreTooLow) as refused:
        await play.write(transfer(play, lead_id))
    assert refused.value.params == {"score": Decimal("0.599"), "least": Decimal("0.6")}
    await scored(play, lead_id, 600)
    with pytest.raises(LeadDomainNeeded):
        await play.write(transfer(play, lead_id))
    assert not await deals_of(play)
    assert await count(play, Client) == 0
    assert (await the_lead(play, lead_id, SELLER)).stage is LeadStage.QUALIFIED


async def test_a_lost_one_is_not_transferred(play: Play) -> None:
    lead_id = await ready(play)
    await do(play, lose_lead, lead_id, reason="price")
    with pytest.raises(LeadClosed):
        await play.write(transfer(play, lead_id))


@pytest.mark.parametrize("company", [None, "ООО «Маршрут»"])
async def test_who_was_transferred_is_still_found_by_his_own_name(play: Play, company: str | None) -> None:
    lead_id = await ready(play, name="Осипов Денис", company=company)
    await play.write(transfer(play, lead_id))
    everything = await play.read(lambda session: search_everything(session, play.actor(SELLER), "Осипов"))
    assert [line.id for line in everything.leads.lines] == ([lead_id] if company else [])
    assert [line.name for line in everything.clients.lines] == ([] if company else ["Осипов Денис"])


async def test_the_deal_takes_over_what_the_lead_knew(play: Play) -> None:
    lead_id = await ready(play, source=LeadSource.PARTNER, campaign="осень-2026", note="Просит без франшизы")
    note = NoteLead(lead_id=lead_id, text="Когда?", intent_key="said", forwarded_from="Иван", by_lead=True)
    await do(play, note_lead, note, limited=False)
    deal_id = await play.write(transfer(play, lead_id, by=MANAGER))
    deal = (await deals_of(play))[0]
    assert (deal.id, deal.lead_id, deal.seller_id) == (deal_id, lead_id, play.ids[SELLER.telegram_id])
    assert (deal.source, deal.campaign) == (LeadSource.PARTNER, "осень-2026")
    client = await client_of(play, deal)
    assert (client.name, client.kind) == ("Иванов Иван", ClientKind.INDIVIDUAL)
    assert await contacts_of(play, client.id) == [(ContactKind.PHONE, PHONE)]
    said = select(JournalEntry.text, JournalEntry.forwarded_from).where(JournalEntry.text.is_not(None))
    rows = await play.read(lambda session: session.execute(said.order_by(JournalEntry.id)))
    assert [tuple(row) for row in rows] == [("Просит без франшизы", None), ("Когда?", "Иван")]
    line = (await history_of(play, lead_id))[-1]
    assert (line.action, line.to_stage) == (LeadAction.TRANSFERRED, LeadStage.TRANSFERRED)


async def test_a_second_tap_leads_to_the_deal_of_the_first(play: Play) -> None:
    lead_id = await ready(play)
    deals = [await play.write(transfer(play, lead_id)) for _ in range(2)]
    assert deals[0] == deals[1]
    assert (await count(play, Deal), await count(play, Client)) == (1, 1)


async def test_of_two_at_once_both_get_the_one_deal(play: Play) -> None:
    lead_id = await ready(play)
    first, second = await both(play, transfer(play, lead_id), transfer(play, lead_id, by=MANAGER))
    assert first == second
    assert (await count(play, Deal), await count(play, Client)) == (1, 1)
    actions = [line.action for line in await history_of(play, lead_id)]
    assert actions.count(LeadAction.TRANSFERRED) == 1


async def test_a_client_known_by_phone_is_the_deals_and_gets_the_other_contacts(play: Play) -> None:
    client_id = await a_client(play, "Иванов Иван Иванович", phone=PHONE)
    lead_id = await ready(play, email="ivanov@example.com")
    await play.write(transfer(play, lead_id))
    assert (await deals_of(play))[0].client_id == client_id
    assert await count(play, Client) == 1
    assert set(await contacts_of(play, client_id)) == {
        (ContactKind.PHONE, PHONE),
        (ContactKind.EMAIL, "ivanov@example.com"),
    }


async def test_a_companys_lead_makes_a_company_and_names_its_person(play: Play) -> None:
    tax = TaxNumber(TaxNumberKind.INN, "7707083893")
    lead_id = await ready(play, company="ООО «Ромашка»", position="директор", tax=tax)
    await play.write(transfer(play, lead_id))
    client = await client_of(play, (await deals_of(play))[0])
    assert (client.kind, client.name, client.notes) == (ClientKind.COMPANY, "ООО «Ромашка»", "Иванов Иван, директор")
    assert client.tax_number == "7707083893"


async def test_a_tax_number_that_does_not_fit_the_person_is_left_out(play: Play) -> None:
    tax = TaxNumber(TaxNumberKind.INN, "7707083893")
    await play.write(transfer(play, await ready(play, tax=tax)))
    assert (await client_of(play, (await deals_of(play))[0])).tax_number is None


async def test_one_who_left_a_number_only_is_called_by_it(play: Play) -> None:
    await play.write(transfer(play, await ready(play, name=None)))
    assert (await client_of(play, (await deals_of(play))[0])).name == "+7 916 123-45-67"


async def test_a_renewal_of_its_policy_is_another_deal_and_no_leads(play: Play) -> None:
    lead_id = await ready(play)
    deal_id = await play.write(transfer(play, lead_id))
    filed = Filed(play, deal_id)
    policy_id = await filed.do(file_policy, await filing(filed))
    renewal_id = await filed.do(renew_policy, policy_id)
    by_id = {deal.id: deal for deal in await deals_of(play)}
    assert (by_id[renewal_id].lead_id, by_id[renewal_id].predecessor_id) == (None, deal_id)
    assert await play.write(transfer(play, lead_id)) == deal_id


async def test_executors_transfer_nothing(play: Play) -> None:
    lead_id = await ready(play)
    with pytest.raises(NotAllowed):
        await play.write(transfer(play, lead_id, by=EXECUTOR))
