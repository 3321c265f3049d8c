"""WeChat's subscribe messages (subscribeMessage.send): one consent of the person pays for one message.

The interface has no key for repeats. When an answer is lost, the caller learns so by AnswerLost and may find out on
the next try: the consent is then used up.
"""

import json
import time
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import quote

import urllib3

from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings
from mashangban.notices.partners.answers import AnswerLost, Unreachable

RECIPIENT = Recipient(
    "微信（通知）",
    "您在这个小程序里的编号和消息的几个字：什么事、哪一天、多少钱",
    "用微信通知您",
    "您在微信里点了“允许”，一次只发一条（个人信息保护法第十三条）",
    ("WECHAT_API_URL",),
)

# 40003 unknown openid, 43101 not agreed or no consent left, 43108 the mini-program is banned for this person.
_PERSON_ERRORS = {40003, 43101, 43108}
_TOKEN_ERRORS = {40001, 40014, 42001}
_SPARE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Subscription:
    """One message: fields by their names in the template, `page` opens on a tap."""

    openid: str
    template_id: str
    fields: dict[str, str]
    page: str | None = None


class AccessToken:
    """The token shared by all calls of this process until shortly before its end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._value, self._until, self._url = "", 0.0, ""

    def get(self, partner: Partner, *, refused: str | None = None) -> str:
        """Give a valid token; `refused` is one that WeChat has just rejected."""
        with self._lock:
            stale = time.time() >= self._until or self._url != partner.url or self._value == refused
            if stale:
                self._fetch(partner, force=self._value == refused)
            return self._value

    def _fetch(self, partner: Partner, *, force: bool) -> None:
        answer = _post(
            partner,
            "/cgi-bin/stable_token",
            {
                "grant_type": "client_credential",
                "appid": partner.app_id,
                "secret": partner.key,
                "force_refresh": force,
            },
        )
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(token, str) or not isinstance(seconds, int):
            raise PartnerUnavailable()
        self._value, self._until, self._url = token, time.time() + seconds - _SPARE_SECONDS, partner.url or ""


_token = AccessToken()


def send(message: Subscription) -> None:
    """Send once. Raises Unreachable when the person can't be reached this way, AnswerLost, PartnerUnavailable."""
    partner = Partner(settings().wechat_api_url, "wechat-app-secret")
    token = _token.get(partner)
    code = _errcode(partner, token, message)
    if code in _TOKEN_ERRORS:
        code = _errcode(partner, _token.get(partner, refused=token), message)
    if code in _PERSON_ERRORS:
        raise Unreachable()
    if code != 0:
        raise PartnerUnavailable()


def _errcode(partner: Partner, token: str, message: Subscription) -> int:
    body: dict[str, Any] = {
        "touser": message.openid,
        "template_id": message.template_id,
        "data": {name: {"value": value} for name, value in message.fields.items()},
    }
    if message.page:
        body["page"] = message.page
    answer = _post(partner, f"/cgi-bin/message/subscribe/send?access_token={quote(token)}", body)
    return int(answer.get("errcode", 0))


def _post(partner: Partner, path: str, body: dict[str, Any]) -> dict[str, Any]:
    try:
        return partner.request("POST", path, json.dumps(body, ensure_ascii=False).encode())
    except PartnerRefusal as refused:
        raise PartnerUnavailable() from refused
    except PartnerUnavailable as silent:
        lost = isinstance(
            silent.__cause__, urllib3.exceptions.ReadTimeoutError | urllib3.exceptions.ProtocolError
        )
        raise (AnswerLost() if lost else silent) from silent
