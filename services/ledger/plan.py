"""What a policy lets the brokerage expect: commission, and the expenses that the deal's rules bring along.

- Where commission comes with each payment every instalment has its part; else there is one, on the first one's day.
- Parts are rounded down and the last makes up what is missing: together they are `part_of` the whole.
- An instalment that an endorsement added stands for itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.ledger import Category, ExpenseBasis, Side
from services.money.rates import WHOLE, part_of


@dataclass(frozen=True, slots=True)
class Part:
    """An instalment, or without an id several as one. `stays` are minor units that are paid or still owed."""

    instalment_id: int | None
    due_on: date
    stays: int
    endorsed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`rate` in hundredths of a per cent."""

    id: int
    category: Category
    basis: ExpenseBasis
    rate: int
    payee: str | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """`amount` in minor units may be zero; `key` stays the same however often it is counted anew."""

    key: str
    instalment_id: int | None
    side: Side
    category: Category
    amount: int
    on: date
    rate: int
    payee: str | None = None
    rule_id: int | None = None


def plan(
    policy_id: int, parts: Sequence[Part], *, rate: int | None, on_payment: bool, rules: Iterable[Rule]
) -> list[Expectation]:
    """Without a rate no commission is expected, nor what is taken of it."""
    counted = list(rules)
    planned: list[Expectation] = []
    for group in _groups(parts, on_payment=on_payment):
        premiums = [part.stays for part in group]
        commissions = shares(premiums, rate or 0)
        if rate is not None:
            planned += [
                Expectation(
                    _key(policy_id, part, "commission"),
                    part.instalment_id,
                    Side.INCOME,
                    Category.COMMISSION,
                    amount,
                    part.due_on,
                    rate,
                )
                for part, amount in zip(group, commissions, strict=True)
            ]
        for rule in counted:
            basis = premiums if rule.basis is ExpenseBasis.PREMIUM else commissions
            planned += _expenses(policy_id, group, rule, shares(basis, rule.rate))
    return planned


def rule_source(rule_id: int) -> str:
    """What the keys of a rule's expectations end with."""
    return f"rule-{rule_id}"


def shares(amounts: Sequence[int], rate: int) -> list[int]:
    """`rate` of each, together `rate` of their sum."""
    parts = [amount * rate // WHOLE for amount in amounts]
    last = max((at for at, amount in enumerate(amounts) if amount), default=0)
    if parts:
        parts[last] += part_of(sum(amounts), rate) - sum(parts)
    return parts


def _groups(parts: Sequence[Part], *, on_payment: bool) -> Iterator[list[Part]]:
    """Each is split so that its own sum is exact."""
    own = [part for part in parts if not part.endorsed]
    if own and not on_payment:
        own = [Part(None, own[0].due_on, sum(part.stays for part in own))]
    if own:
        yield own
    for part in parts:
        if part.endorsed:
            yield [part]


def _expenses(policy_id: int, group: Sequence[Part], rule: Rule, amounts: Sequence[int]) -> list[Expectation]:
    return [
        Expectation(
            _key(policy_id, part, rule_source(rule.id)),
            part.instalment_id,
            Side.EXPENSE,
            rule.category,
            amount,
            part.due_on,
            rule.rate,
            rule.payee,
            rule.id,
        )
        for part, amount in zip(group, amounts, strict=True)
    ]


def _key(policy_id: int, part: Part, what: str) -> str:
    return f"expect-{policy_id}-{part.instalment_id or 'whole'}-{what}"
