"""The stages of a deal.

NEW -> KYC -> CALCULATION -> AGREEMENT -> ISSUING -> PAID, and LOST from any open stage. CALCULATION and ISSUING may be
passed over. AGREEMENT needs an amount, LOST a reason. Back goes nobody by hand: from PAID a deal steps back to ISSUING
by itself, when the payment that it was PAID by is taken back.
"""

from models.deal import CLOSED_STAGES, DealStage
from models.money import Money
from services.deals.errors import AmountNeeded, DealClosed, StageRefused

NEXT_STAGES: dict[DealStage, tuple[DealStage, ...]] = {
    DealStage.NEW: (DealStage.KYC,),
    DealStage.KYC: (DealStage.CALCULATION, DealStage.AGREEMENT),
    DealStage.CALCULATION: (DealStage.AGREEMENT,),
    DealStage.AGREEMENT: (DealStage.ISSUING, DealStage.PAID),
    DealStage.ISSUING: (DealStage.PAID,),
    DealStage.PAID: (),
    DealStage.LOST: (),
}

STEPS_BACK = {DealStage.PAID: DealStage.ISSUING}
BY_PAYMENT = frozenset({DealStage.PAID})


def next_by_hand(stage: DealStage) -> tuple[DealStage, ...]:
    """The stages a person may choose; PAID comes with the first due instalment."""
    return tuple(following for following in NEXT_STAGES[stage] if following not in BY_PAYMENT)


def check_move(*, current: DealStage, to: DealStage, amount: Money | None) -> None:
    if current in CLOSED_STAGES:
        raise DealClosed
    if to not in next_by_hand(current):
        expected = next_by_hand(current)
        raise StageRefused(expected=expected[0].value if expected else DealStage.PAID.value)
    if to is DealStage.AGREEMENT and amount is None:
        raise AmountNeeded


def path_between(current: DealStage, to: DealStage, *, amount: Money | None) -> list[DealStage]:
    """The stages after `current` up to `to`, each kept; empty when there is no such way, or an amount is missing."""
    path: list[DealStage] = []
    stage = current
    while stage is not to:
        following = NEXT_STAGES[stage]
        if not following or following[0] in BY_PAYMENT:
            return []
        stage = following[0]
        if stage is DealStage.AGREEMENT and amount is None:
            return []
        path.append(stage)
    return path
