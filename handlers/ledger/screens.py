"""What a deal's money, an expectation and the history of the ledger look like."""

from collections.abc import Sequence

from handlers.ledger.words import reason_words, rule_words, what_words
from models.ledger import Act, ExpenseRule, Side
from services.conversation.numbers import number_rows, numbers
from services.conversation.paging import Page
from services.conversation.values import Button, Parts, Screen, Style, Text, text
from services.ledger.history import EntryCard, HistoryLine
from services.ledger.queries import DealMoney, Margin, Open, RuleLine
from services.money.words import percent_words

A_ROW = 5


def deal(money: DealMoney) -> Screen:
    lines = [
        text("scr-ledger-title", deal=str(money.deal_id)),
        *(line for margin in money.margins for line in margin_lines(margin)),
        *(text("scr-ledger-unrated", number=number) for _, number in money.unrated),
        text("scr-ledger-open") if money.open_ else None,
        *(_open_line(number, line) for number, line in enumerate(money.open_, start=1)),
        text("scr-ledger-open-more") if money.more else None,
        *(_rule_line(rule) for rule in money.rules),
    ]
    return Screen(lines, _deal_rows(money), subject=f"deal:{money.deal_id}")


def margin_lines(margin: Margin) -> list[Text]:
    return [
        text("scr-ledger-income", expected=margin.commission_expected, received=margin.commission_received),
        text("scr-ledger-expenses", planned=margin.expenses_planned, paid=margin.expenses_paid),
        text("scr-ledger-margin", planned=margin.planned, settled=margin.settled),
    ]


def _open_line(number: int, line: Open) -> Text:
    policy = text("ledger-of-policy", number=line.number) if line.number else None
    key = "scr-ledger-line" if line.outstanding.amount > 0 else "scr-ledger-line-back"
    amount = line.outstanding if line.outstanding.amount > 0 else -line.outstanding
    what = Parts([what_words(line.category, line.payee), policy])
    return text(key, number=str(number), what=what, amount=amount, day=line.on)


def _rule_line(rule: RuleLine) -> Text:
    return text("scr-ledger-rule", rule=rule_words(rule.category, rule.basis, rule.rate, rule.payee))


def _deal_rows(money: DealMoney) -> list[list[Button]]:
    rows = number_rows("ledger.entry", [line.id for line in money.open_], a_row=A_ROW)
    rows += [[Button(text("btn-ledger-rate-of", number=number), "ledger.rate", id_)] for id_, number in money.unrated]
    rows.append(
        [
            Button(text("btn-ledger-expense"), "ledger.expense", money.deal_id, Style.PRIMARY),
            Button(text("btn-ledger-rules"), "ledger.rules", money.deal_id),
        ]
    )
    history = Button(text("btn-ledger-history"), "ledger.history", f"{money.deal_id}:0")
    return [*rows, [history, Button(text("btn-open-card"), "deal.card", money.deal_id)]]


def entry(card: EntryCard) -> Screen:
    policy = text("ledger-of-policy", number=card.number) if card.number else None
    title = Parts([what_words(card.category, card.payee), policy])
    lines = [
        text("scr-ledger-entry", what=title, deal=str(card.deal_id)),
        text("scr-ledger-entry-expected", amount=card.expected, day=card.on)
        if card.expected.amount
        else text("scr-ledger-entry-no-more"),
        text("scr-ledger-entry-rate", rate=percent_words(card.rate)) if card.rate is not None else None,
        text(f"scr-ledger-entry-{card.side}", amount=card.settled) if card.settled.amount else None,
        _left(card),
    ]
    folded = [history_line(each, of_policy=False) for each in card.lines]
    return Screen(lines, _entry_rows(card), folded=folded, subject=f"deal:{card.deal_id}")


def _left(card: EntryCard) -> Text:
    if not card.outstanding.amount:
        return text("scr-ledger-nothing-open")
    if card.outstanding.amount < 0:
        return text(f"scr-ledger-entry-back-{card.side}", amount=-card.outstanding)
    return text("scr-ledger-entry-left", amount=card.outstanding)


def _entry_rows(card: EntryCard) -> list[list[Button]]:
    rows = []
    if card.outstanding.amount:
        whole = f"btn-ledger-whole-{card.side}" if card.outstanding.amount > 0 else "btn-ledger-whole-back"
        rows.append(
            [
                Button(text(whole), "ledger.settle", card.id, Style.SUCCESS),
                Button(text("btn-ledger-part"), "ledger.part", card.id),
            ]
        )
    leave = [Button(text("btn-ledger-deal"), "ledger.deal", card.deal_id)]
    if card.side is Side.INCOME and card.policy_id is not None:
        leave.insert(0, Button(text("btn-ledger-rate"), "ledger.rate", card.policy_id))
    return [*rows, leave]


def history_line(line: HistoryLine, *, of_policy: bool = True) -> Text:
    """What was written, by whom and why; without its place in a list."""
    policy = text("ledger-of-policy", number=line.number) if of_policy and line.number else None
    about = Parts(
        [
            what_words(line.category, line.payee),
            policy,
            line.amount,
            line.on,
            percent_words(line.rate) if line.rate is not None else None,
            line.name,
            reason_words(line.reason) if line.reason else None,
            text("ledger-taken-back") if line.reversed else None,
        ]
    )
    return text(f"ledger-act-{_kind(line)}", about=about)


def _kind(line: HistoryLine) -> str:
    if line.reverses:
        return "reversed"
    if line.corrects:
        return "corrected"
    given_back = line.act is Act.SETTLED and line.amount.amount < 0
    return "given-back" if given_back else f"{line.act}-{line.side}"


def history(deal_id: int, page: Page[HistoryLine]) -> Screen:
    lines = [
        text("scr-ledger-history-line", number=str(number), line=history_line(line))
        for number, line in enumerate(page.lines, start=1)
    ]
    title = text("scr-ledger-history", deal=str(deal_id))
    rows = [numbers("ledger.reverse", [line.id for line in page.lines])] if page.lines else []
    if page.next_before is not None:
        rows.append([Button(text("btn-older"), "ledger.history", f"{deal_id}:{page.next_before}")])
    rows.append([Button(text("btn-ledger-deal"), "ledger.deal", deal_id)])
    hint = text("scr-ledger-history-hint") if page.lines else text("scr-ledger-history-empty")
    return Screen([title, *lines, hint], rows, subject=f"deal:{deal_id}")


def rules(deal_id: int, found: Sequence[RuleLine]) -> Screen:
    lines = [
        text("scr-rules-line", number=str(n), rule=rule_words(rule.category, rule.basis, rule.rate, rule.payee))
        for n, rule in enumerate(found, start=1)
    ]
    rows = number_rows("rule.card", [rule.id for rule in found], a_row=A_ROW)
    rows.append(
        [
            Button(text("btn-rule-new"), "rule.new", deal_id, Style.PRIMARY),
            Button(text("btn-ledger-deal"), "ledger.deal", deal_id),
        ]
    )
    hint = text("scr-rules-hint") if found else text("scr-rules-none")
    return Screen([text("scr-rules", deal=str(deal_id)), *lines, hint], rows, subject=f"deal:{deal_id}")


def rule(deal_id: int, line: ExpenseRule) -> Screen:
    shown = rule_words(line.category, line.basis, line.rate, line.payee)
    end = Button(text("btn-rule-end"), "rule.end", line.id, Style.DANGER)
    back = Button(text("btn-ledger-rules"), "ledger.rules", deal_id)
    return Screen([text("ask-rule-end", rule=shown)], [[end, back]], subject=f"deal:{deal_id}")
