"""What an offer would bring, before there is a policy."""

from collections.abc import Sequence

from models.ledger import ExpenseBasis
from models.money import Money
from services.ledger.queries import RuleLine
from services.money.rates import part_of


def forecast_margin(premium: Money, rate: int, rules: Sequence[RuleLine]) -> Money:
    """Commission of `rate` less what the deal's rules take of it; `rate` in hundredths of a per cent."""
    commission = part_of(premium.amount, rate)
    bases = {ExpenseBasis.PREMIUM: premium.amount, ExpenseBasis.COMMISSION: commission}
    return Money(commission - sum(part_of(bases[rule.basis], rule.rate) for rule in rules), premium.currency)
