"""`/sim/`: the people's side of the local Telegram, for the chat page, tests and tools."""

from sandbox.sim.routes import routes

__all__ = ["routes"]
