"""The text message gateway: signed sending, an inbox for developers, a delivery report called back."""

import re
import time

from werkzeug import Request, Response

from sandbox.callbacks import Callback
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError

MOBILE = re.compile(r"1[3-9]\d{9}")


def send(world: World, request: Request, fault: Fault) -> Response:
    """Accept a message once per message_id; the same id again answers the same and sends nothing."""
    body = json_body(request)
    message_id, phone = text_field(body, "message_id", 64), text_field(body, "phone", 20)
    text = text_field(body, "text")
    if not MOBILE.fullmatch(phone):
        raise RefusedError(400, "phone_invalid", "not a mainland mobile number")
    message = {"message_id": message_id, "phone": phone, "text": text, "sent_at": time.time()}
    if world.store.add("sms", message_id, message):
        _report(world, body.get("report_url"), message_id, fault.duplicate_callback)
    else:
        message = world.store.get("sms", message_id) or message
        if (message["phone"], message["text"]) != (phone, text):
            raise RefusedError(422, "message_id_reused", "this message_id was another message")
    return json_reply({"message_id": message_id, "state": "accepted"}, 202)


def _report(world: World, url: object, message_id: str, twice: bool) -> None:
    if isinstance(url, str) and url.startswith(("http://", "https://")):
        body = {"message_id": message_id, "state": "delivered", "at": int(time.time())}
        world.callbacks.send(Callback(url, world.keys["sms"], body), twice)


def _messages(world: World, request: Request) -> list[dict[str, object]]:
    phone = request.args.get("phone", "").strip()
    return [one for one in world.store.newest("sms", 200) if not phone or one["phone"] == phone]


def messages(world: World, request: Request, fault: Fault) -> Response:
    """Show sent messages as JSON, newest first; `?phone=` narrows."""
    return json_reply({"items": _messages(world, request)})


def inbox(world: World, request: Request, fault: Fault) -> Response:
    """Show sent messages as a page."""
    return page_reply("sms.html", messages=_messages(world, request), phone=request.args.get("phone", ""))


PARTNER = Partner(
    "sms",
    "短信网关",
    "/sms/",
    (
        Route("POST", "/sms/messages", send, signed=True),
        Route("GET", "/sms/messages", messages, outside=False),
        Route("GET", "/sms/", inbox, outside=False),
    ),
)
