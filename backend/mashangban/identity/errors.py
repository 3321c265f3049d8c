"""What can go wrong when people sign in, prove their name, or give and take roles."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden, Invalid, NotFound, Unauthenticated


class TooMany(AppError):
    """A limit is used up; `retry_after_seconds` tells when it opens again."""

    code = "identity.too-many"
    status = 429
    title = "操作太频繁"
    next = "请稍等一会儿再试"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"请在 {_spoken(wait_seconds)}后再试")
        self.retry_after_seconds = wait_seconds


def _spoken(seconds: int) -> str:
    return f"{seconds} 秒" if seconds < 120 else f"{-(-seconds // 60)} 分钟"


class TooManyCodes(TooMany):
    code = "identity.too-many-codes"
    title = "验证码获取太频繁"
    next = "之前的短信仍可能有效，请先查看手机短信"


class StaffLocked(TooMany):
    code = "identity.staff-locked"
    title = "输错次数太多，账号暂时锁定"
    next = "如非本人操作，请告诉平台管理员"


class TooManyRealNameTries(TooMany):
    code = "identity.too-many-real-name-tries"
    title = "今天的实名认证次数已用完"
    next = "请明天再试，或到窗口办理"


class WrongCode(Invalid):
    code = "identity.code-wrong"
    title = "验证码不对或已过期"
    next = "请核对短信里的 6 位数字，或重新获取"
    noted = True


class CodeSpent(Invalid):
    code = "identity.code-spent"
    title = "验证码输错次数太多，已作废"
    next = "请重新获取验证码"
    noted = True


class WechatRefused(Invalid):
    code = "identity.wechat-refused"
    title = "微信登录没有成功"
    next = "请再点一次“微信登录”"


class StaffRefused(Unauthenticated):
    """One answer for an unknown user, a wrong password and a wrong or used one-time code."""

    code = "identity.staff-refused"
    title = "用户名、密码或动态码不对"
    next = "请核对后重新输入；动态码每 30 秒更换，每个只能用一次"


class PasswordMustChange(Invalid):
    """User name, password and code are right, but the password is the one that was handed over. No code is spent."""

    code = "identity.password-must-change"
    title = "第一次登录，请设一个自己的密码"
    next = "请再填一遍初始密码和动态码，并填上新密码"


class InitialPasswordOver(Invalid):
    code = "identity.initial-password-over"
    title = "初始密码已过期"
    next = "请找平台管理员重新发一个"
    noted = True


class NoRoleYet(Forbidden):
    code = "identity.no-role-yet"
    title = "账号已开通，还没有授予角色"
    next = "请管理员在“人员与权限”里授予角色，然后再登录"


class OldPasswordWrong(Invalid):
    code = "identity.old-password-wrong"
    title = "原密码不对"
    next = "请重新输入；忘记密码请找平台管理员重置"
    noted = True


class RefreshRefused(Unauthenticated):
    code = "identity.refresh-refused"
    title = "登录已失效"
    next = "请重新登录，您填写的内容没有丢失"


class RefreshReused(Unauthenticated):
    """An old refresh token came back: it was copied, so this sign-in is over everywhere it was copied to."""

    code = "identity.refresh-reused"
    title = "为了安全，这次登录已结束"
    next = "请重新登录；如果您没有在别处登录，请留意手机安全"


class RealNameMismatch(Invalid):
    code = "identity.real-name-mismatch"
    title = "姓名与身份证号不一致"
    kept = "您的登录和填写的内容都还在"
    next = "请对照身份证核对姓名和号码；如确认无误，请到户籍派出所核实"
    noted = True


class RealNameNotFound(Invalid):
    code = "identity.real-name-not-found"
    title = "没有查到这个身份证号"
    kept = "您的登录和填写的内容都还在"
    next = "请对照身份证核对号码；新办的证件可能要过几天才能查到"


class IdNumberTaken(Conflict):
    code = "identity.id-number-taken"
    title = "这个身份证号已在另一个账号上完成实名"
    kept = "原账号的合同和记录都在"
    next = "请用原来的手机号登录；手机号已停用的，请带身份证到窗口更换手机号"


class AlreadyVerified(Conflict):
    code = "identity.already-verified"
    title = "您已完成实名认证，不能改为另一个人"
    next = "如证件信息有变化，请带身份证到窗口办理"


class ConsentOutdated(Invalid):
    code = "identity.consent-outdated"
    title = "授权说明有更新"
    next = "请阅读新的说明并重新同意"


class PhoneTaken(Conflict):
    code = "identity.phone-taken"
    title = "这个手机号已在另一个账号上使用"
    kept = "两个账号都没有变化"
    next = "请用这个手机号登录，或换一个手机号"


class MayNotGrant(Forbidden):
    code = "identity.may-not-grant"
    title = "您不能授予或收回这个角色"
    next = "请联系上一级管理员办理"


class WrongScope(Invalid):
    code = "identity.wrong-scope"
    title = "这个角色不能授予在这个范围"
    next = "请检查角色和范围是否对应"


class GrantNeedsEnd(Invalid):
    code = "identity.grant-needs-end"
    title = "用印经办人的授权必须有截止日期，最长一年"
    next = "请填写截止日期"


class GrantEnded(Conflict):
    code = "identity.grant-ended"
    title = "这项授权已经结束"


class PersonUnknown(NotFound):
    code = "identity.person-unknown"
    title = "没有找到这个人"
    next = "请核对后再试"


class UsernameTaken(Conflict):
    code = "identity.username-taken"
    title = "这个用户名已被使用"
    next = "请换一个用户名"


class StaffPhoneTaken(Conflict):
    code = "identity.staff-phone-taken"
    title = "这个手机号已有账号"
    next = "请本人登录后自己开通电脑登录"


class WeakPassword(Invalid):
    code = "identity.weak-password"
    title = "密码太简单"
    next = "请用至少 12 个字符，不含用户名，不要用常见的词、年份、重复或连续的字符"


class UnknownMachine(Forbidden):
    code = "identity.scan.unknown-machine"
    title = "这台机器没有登记"
    next = "请换一台，或请大厅工作人员看一下"


class ScanOver(Conflict):
    code = "identity.scan.over"
    title = "这个登录码用过了或过时了"
    next = "请在自助机上点“换一个码”，再扫一次"


class ScanWaits(Conflict):
    code = "identity.scan.waiting"
    title = "还没有在手机上确认"
    next = "请用手机扫码，在手机上点“登录”"
