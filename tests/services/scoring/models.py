"""How tests reach the sandbox's model."""

from decimal import Decimal
from typing import Any

from integrations.model_access import Api, ModelAccess
from sandbox.openai_twin import MODEL_KEY, MODEL_PATH


def local_access(url: str, **given: Any) -> ModelAccess:
    """`url` is the sandbox's."""
    plain = {
        "api_key": MODEL_KEY,
        "base_url": f"{url}{MODEL_PATH}",
        "model": "sandbox",
        "api": Api.RESPONSES,
        "timeout": 10.0,
        "input_price": Decimal("0.40"),
        "output_price": Decimal("1.60"),
    }
    return ModelAccess(**{**plain, **given})
