"""What notices say about how people sign in. None can be muted: whoever took an account over would do that first, and a
month runs from the one about an account that nobody signs in to."""

from mashangban.notices.terms import Channel
from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "identity.password-changed": Template(
        "登录密码已修改",
        "{time}电脑登录密码改了，别处都已退出。不是您改的，请马上找平台管理员。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.authenticator-renewed": Template(
        "动态码验证器已更换",
        "{time}登录用的验证器换了，别处都已退出。不是您换的，请马上找平台管理员。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.account-reset": Template(
        "账号已重置",
        "{time}平台管理员重置了您的密码和验证器。不是您要的，请马上找平台管理员。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.code-reused": Template(
        "有人重复使用您的动态码",
        "{time}您的密码和一个用过的动态码被拿来登录，已拒绝。不是您，请马上改密码。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.console-opened": Template(
        "已开通电脑登录",
        "{time}您的账号开通了电脑登录。不是您开的，请马上找平台管理员。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.phone-changed": Template(
        "登录手机号已更换",
        "{time}登录手机号换成尾号{number}。不是您换的，请带身份证到窗口办理。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
    "identity.asleep": Template(
        "账号要删了，登录一次就保留",
        "您{term}没登录码上办。到{day}还不登录，账号和资料会删，找不回来；登录一次就保留。",
        (Channel.SMS, Channel.WECHAT),
        mandatory=True,
    ),
    "identity.sign-in-ended": Template(
        "为了安全，一处登录已退出",
        "{time}有人重复使用您的登录凭据，已替您退出那一处。请留意手机安全。",
        BY_PHONE,
        urgent=True,
        mandatory=True,
    ),
}
