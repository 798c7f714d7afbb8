"""setMessageReaction."""

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.methods.targets import target_message
from sandbox.world import World

_ALLOWED = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
_EMOJI = frozenset(_ALLOWED.split())


@api_method("setMessageReaction")
def set_message_reaction(world: World, call: Call) -> bool:
    """A bot has one reaction per message; an empty list takes it away."""
    _, message = target_message(world, call, "react to")
    reactions = call.object("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if not isinstance(reaction, dict) or reaction.get("type") != "emoji" or reaction.get("emoji") not in _EMOJI:
            raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    world.save_edited(message)
    return True
