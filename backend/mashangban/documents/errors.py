"""What can go wrong with a document, in words for a person."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden, NotFound, TooLarge


class UnprintableText(AppError):
    """A text holds characters that no printed face has; `characters` names them."""

    code = "documents.unprintable-text"
    status = 422
    title = "有的字暂时印不出来"
    kept = "您填写的内容没有丢失"
    next = "请核对这些字是否写错；如确实是本人姓名用字，请联系工作人员登记字形"

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__("字库里没有这些字：" + " ".join(_shown(char) for char in characters))
        self.characters = characters


class UnusableHandwriting(AppError):
    """The drawing can't stand as a signature; `reason` is a stable word."""

    code = "documents.unusable-handwriting"
    status = 422
    title = "这个签名用不了"
    next = "请清除后用手指写下您的全名"

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message, reason=reason)
        self.reason = reason


class UnusableForm(AppError):
    """An ordered form lacks something or breaks a rule; the ordering domain must be told which field."""

    code = "documents.unusable-form"
    status = 422
    title = "文件内容不完整，没有生成"
    next = "请补全后重新生成"


class SealUnavailable(Conflict):
    """The enterprise has no seal in force."""

    code = "documents.seal-unavailable"
    title = "该单位没有可用的电子印章"
    kept = "劳动者的签名已保存"
    next = "请单位管理员办理或恢复电子印章，再重新盖章"


class SealExists(Conflict):
    code = "documents.seal-exists"
    title = "该单位已有一枚在用的电子印章"
    next = "如需更换，请先注销原印章"


class SealRefused(AppError):
    """The seal can't be cut as asked."""

    code = "documents.seal-refused"
    status = 422
    title = "这枚印章制作不了"
    next = "请按提示修改后再提交"


class SealStateConflict(Conflict):
    code = "documents.seal-state"
    title = "印章当前状态不能这样办理"
    next = "请刷新后查看最新状态"


class SealNotForThis(SealUnavailable):
    """The seal in force was approved for other papers."""

    code = "documents.seal-not-for-this"
    title = "印章没有批准用在这类文件上"
    next = "请单位注销旧章，重新申请时把这类文件选上"


class ApplicationOpen(Conflict):
    code = "documents.application-open"
    title = "已经有一件印章申请在审核"
    next = "请等审核结果；没批准的，改好以后可以再申请"


class ApplicationDecided(Conflict):
    code = "documents.application-decided"
    title = "这件申请已经办完"
    next = "请刷新后查看结果"


class OwnApplication(Forbidden):
    """Who applies or keeps a seal does not approve it."""

    code = "documents.own-application"
    title = "自己申请或保管的印章，不能自己审核"
    next = "请交给另一位工作人员审核"


class UnknownCustodian(AppError):
    """The one named to keep the seal is nobody's operator here."""

    code = "documents.unknown-custodian"
    status = 422
    title = "保管人不是本单位的人"
    next = "请从名单里选；名单里没有的，请企业管理员先把他加进来"


class NotCustodian(Forbidden):
    code = "documents.not-custodian"
    title = "只有印章保管人或企业管理员能启用"
    next = "请保管人本人登录后启用"


class StoppedByOffice(Conflict):
    code = "documents.stopped-by-office"
    title = "这枚印章是部门停用的，单位不能自己恢复"
    next = "请联系所在县区的主管部门"


class DifferentFile(Conflict):
    """The signed hash is not that of revision 0."""

    code = "documents.different-file"
    title = "签名对应的不是这份文件"
    kept = "文件没有改变"
    next = "请重新打开合同，看清后再签名"


class NotReady(NotFound):
    code = "documents.not-ready"
    title = "文件还在生成"
    next = "请过几秒再看"


class FileTooLarge(TooLarge):
    code = "documents.file-too-large"
    title = "文件超过 4 MB，不能在这里核对"
    next = "请上传平台发给您的原文件，不要上传照片或压缩包"


class UnknownCode(NotFound):
    """A verify code that was altered, mistyped, or belongs to nothing."""

    code = "documents.unknown-code"
    title = "没有查到这个编码的文件"
    next = "请核对是否输错；如果是扫码得到的，这份纸可能不是本平台签发的"


def _shown(char: str) -> str:
    """A hidden character has no picture; its code point names it."""
    return char if char.isprintable() else f"U+{ord(char):04X}"
