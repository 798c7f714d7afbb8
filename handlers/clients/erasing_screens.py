"""Before a client is erased, and after."""

from services.conversation.values import Button, Screen, text
from services.erasure.erase import InForce


def reason(name: str, in_force: InForce) -> Screen:
    return Screen(
        [
            text("ask-client-erase-reason", name=name),
            text("scr-client-erase-deals", count=in_force.deals) if in_force.deals else None,
            text("scr-client-erase-policies", count=in_force.policies) if in_force.policies else None,
            text("scr-client-erase-refunds", count=in_force.refunds) if in_force.refunds else None,
            text("scr-client-erase-reason-hint"),
        ]
    )


def name(client: str) -> Screen:
    return Screen([text("ask-client-erase-name", name=client)])


def erased() -> Screen:
    return Screen(
        [text("scr-client-erased")], [[Button(text("btn-clients"), "client.list"), Button(text("btn-menu"), "menu")]]
    )
