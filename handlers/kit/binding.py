"""A question's chips as buttons of this very run of its flow.

Chips carry `p:<token>:<step>:<value>`, Back and Cancel `b:<token>:<step>` and `x:<token>`: a chip of an earlier
question of the same run answers that question anew, a chip of a finished run changes nothing, Back leads back from its
own question only.
"""

from dataclasses import replace

from handlers.kit.draft import Draft
from services.conversation.values import Button, Chip, Key, Screen, text

PICK, BACK, CANCEL = "p", "b", "x"


def bound(screen: Screen, draft: Draft) -> Screen:
    step = short_name(draft.step)
    rows = [[_bind(key, draft.token, step) for key in row] for row in screen.rows]
    control = [Button(text("btn-back"), BACK, f"{draft.token}:{step}"), Button(text("btn-cancel"), CANCEL, draft.token)]
    return replace(screen, rows=[*rows, control if draft.trail else control[1:]])


def short_name(step: str) -> str:
    return step.rpartition(":")[2]


def _bind(key: Key, token: str, step: str) -> Key:
    if isinstance(key, Chip):
        return Button(key.label, PICK, f"{token}:{step}:{key.value}", key.style)
    return key
