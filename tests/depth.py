"""How deep this run goes: all of it in CI, a part of it at home, which never changes."""

import os

QUICK = os.environ.get("TEST_DEPTH") == "quick"


def examples(full: int) -> int:
    """How many a property is tried with."""
    return max(full // 4, 5) if QUICK else full
