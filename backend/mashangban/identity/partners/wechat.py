"""WeChat: which person stands behind a mini-program's login code (auth.code2Session)."""

from dataclasses import dataclass
from urllib.parse import urlencode

from mashangban.identity.errors import WechatRefused
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

RECIPIENT = Recipient(
    "微信（登录）",
    "微信自己发的一次性登录码；微信告诉我们您在这个小程序里的编号，不告诉我们微信号和手机号",
    "用微信登录",
    "您点了“一键登录”（个人信息保护法第十三条）",
    ("WECHAT_API_URL",),
)

# 40029 invalid code, 40163 code been used, 40226 blocked user.
_PERSON_ERRORS = {40029, 40163, 40226}


@dataclass(frozen=True, slots=True)
class WechatIdentity:
    """The person's id within our mini-program. The session key is not kept: nothing here needs it."""

    openid: str


def identity_behind(code: str) -> WechatIdentity:
    """Swap a login code, once. Raises WechatRefused (try signing in again) or PartnerUnavailable."""
    partner = Partner(settings().wechat_api_url, "wechat-app-secret")
    query = urlencode(
        {
            "appid": partner.app_id,
            "secret": partner.key,
            "js_code": code,
            "grant_type": "authorization_code",
        }
    )
    answer = partner.request("GET", f"/sns/jscode2session?{query}")
    if answer.get("errcode") in _PERSON_ERRORS:
        raise WechatRefused()
    openid = answer.get("openid")
    if answer.get("errcode") or not isinstance(openid, str) or not openid:
        raise PartnerUnavailable()
    return WechatIdentity(openid)
