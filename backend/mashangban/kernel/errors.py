"""Errors a person can act on. Each maps to one RFC 9457 problem with a stable code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of the input, in words for the person who typed it."""

    field: str
    message: str


class AppError(Exception):
    """An outcome the caller must hear about.

    Subclasses set `code` (stable, `area.what`), `status`, `title` (what happened), `kept` (what is saved)
    and `next` (what to do), all in plain Chinese. Raise it in the service; doors only translate it. `noted`: whoever
    meets it often may be trying doors, so each time stands in the log (401, 403 and 429 do anyway).
    """

    code: ClassVar[str]
    status: ClassVar[int] = 400
    title: ClassVar[str]
    kept: ClassVar[str | None] = None
    next: ClassVar[str | None] = None
    noted: ClassVar[bool] = False
    retry_after_seconds: int | None = None

    def __init__(self, detail: str | None = None, *, errors: Sequence[FieldError] = (), **extra: Any) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.errors = tuple(errors)
        self.extra: Mapping[str, Any] = extra


class Invalid(AppError):
    """The input can't be understood or breaks a rule of its form."""

    code = "input.invalid"
    status = 422
    title = "填写的内容有误"
    next = "请按提示修改后再提交"


class Malformed(AppError):
    """The request itself is broken: not JSON, wrong encoding, unreadable header."""

    code = "input.malformed"
    status = 400
    title = "请求无法识别"
    next = "请刷新页面后重试"


class TooLarge(AppError):
    code = "input.too-large"
    status = 413
    title = "提交的内容太大"
    next = "请压缩或分次提交"


class Unauthenticated(AppError):
    code = "auth.required"
    status = 401
    title = "请先登录"
    next = "登录后会回到刚才的页面"


class TokenExpired(Unauthenticated):
    code = "auth.token-expired"
    title = "登录已过期"
    next = "正在为您重新登录"


class Forbidden(AppError):
    code = "auth.forbidden"
    status = 403
    title = "您没有办理这件事的权限"
    next = "如需办理，请联系本单位管理员开通"


class RealNameRequired(Forbidden):
    code = "auth.real-name-required"
    title = "请先完成实名认证"
    next = "认证只需姓名和身份证号，约一分钟"


class NotFound(AppError):
    """The thing does not exist, or lies outside the caller's reach: the two are told apart to nobody."""

    code = "resource.not-found"
    status = 404
    title = "没有找到您要的内容"
    next = "请检查链接或编号是否正确"


class Conflict(AppError):
    code = "resource.conflict"
    status = 409
    title = "当前状态不能这样办理"
    next = "请刷新后查看最新状态"


class Stale(Conflict):
    """Someone changed the same record between our read and our write; the act is simply run again."""

    code = "resource.stale"
    title = "这条记录刚刚有变化"


class Busy(AppError):
    code = "service.busy"
    status = 503
    title = "办理的人较多，请稍后再试"
    kept = "您填写的内容没有丢失"
    next = "请过几秒再点一次"
    retry_after_seconds = 2


class PartnerUnavailable(AppError):
    """A partner system (SMS, identity check, bank...) does not answer or answers with a fault."""

    code = "partner.unavailable"
    status = 503
    title = "对接的系统暂时没有响应"
    kept = "您填写的内容没有丢失"
    next = "请过一分钟再试"
    retry_after_seconds = 30


class Unexpected(AppError):
    """What an unforeseen fault looks like from outside: no inner detail, a request id to quote."""

    code = "service.unexpected"
    status = 500
    title = "系统出了点问题"
    kept = "已办理的内容不受影响"
    next = "请稍后再试；如一直这样，请把页面上的编号告诉工作人员"
