"""A local model on OpenAI's wire, for the demo and for tests: it looks at a lead's facts, and fails on purpose."""

from sandbox.openai_twin.twin import MODEL_KEY, MODEL_PATH, Mode, Twin

__all__ = ["MODEL_KEY", "MODEL_PATH", "Mode", "Twin"]
