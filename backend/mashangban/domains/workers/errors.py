"""What can go wrong around a contract, in the words of the person it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden, NotFound


class CodeRevoked(NotFound):
    code = "workers.code.revoked"
    status = 410
    title = "这个班组码已经换新"
    next = "请扫描现场新张贴的二维码，或请班组长出示新码"


class TeamClosed(Conflict):
    code = "workers.team.closed"
    title = "这个班组现在不招人"
    next = "请联系班组长或劳资员"


class TeamNameTaken(Conflict):
    code = "workers.team.name-taken"
    title = "本单位在这个项目已有同名班组"
    next = "请换一个班组名称"


class ForemanUnknown(Conflict):
    code = "workers.team.foreman-unknown"
    title = "没有找到这位班组长"
    next = "请班组长先用这个手机号登录一次“码上办”，再来设班组"


class UnitNotAtProject(Conflict):
    code = "workers.team.unit-not-at-project"
    title = "这家单位没有参建这个项目"
    next = "请先在项目里登记参建单位"


class SiteNotDescribed(Conflict):
    code = "workers.site.not-described"
    title = "还没有填写维权信息"
    next = "请先填写劳资专管员、投诉电话等维权信息，再生成告示牌"


class TradeNotOffered(Conflict):
    code = "workers.contract.trade-not-offered"
    title = "这个班组没有您选的工种"
    next = "请重新选择工种"


class TooYoungOrOld(Conflict):
    code = "workers.contract.age-not-allowed"
    title = "按规定您的年龄不能从事这项工作"
    kept = "没有建立合同"
    next = "如年龄有误，请核对身份证；也可以和班组长商量换一个工种"


class CertificateMissing(Conflict):
    code = "workers.contract.certificate-missing"
    title = "这个工种需要特种作业操作资格证"
    kept = "没有建立合同"
    next = "请填写证书编号和有效期；没有证书请选择其他工种"


class CertificateExpired(Conflict):
    code = "workers.contract.certificate-expired"
    title = "您的特种作业证已经过期"
    kept = "没有建立合同"
    next = "请先到发证机关延期复核，再来登记；也可以选择其他工种"


class TrainingMissing(Conflict):
    code = "workers.contract.training-missing"
    title = "进场前要先参加安全培训"
    kept = "没有建立合同"
    next = "请联系班组长安排培训，培训后再登记（建市〔2022〕59号 第八条）"


class PeriodWrong(AppError):
    code = "workers.contract.period-wrong"
    status = 422
    title = "合同期限不对"
    next = "结束日期要在开始日期之后，开始日期不能早于180天前"


class SecondOpenContract(Conflict):
    code = "workers.contract.already-open"
    title = "您在这个项目已经有一份合同"
    kept = "原来的合同不受影响"
    next = "请在“办件”里查看那份合同；要换班组，请先终止它"


class WrongDocument(Conflict):
    code = "workers.contract.document-changed"
    title = "合同文本有更新"
    kept = "您的签名还在手机上"
    next = "请重新看一遍合同再签"


class DocumentNotReady(Conflict):
    code = "workers.contract.document-not-ready"
    title = "合同文本正在生成"
    kept = "您的签名还在手机上"
    next = "请过几秒再点一次"
    retry_after_seconds = 2


class ConsentOutdated(Conflict):
    code = "workers.contract.consent-outdated"
    title = "签署须知有更新"
    kept = "您的签名还在手机上"
    next = "请看过新的签署须知再签"


class WrongState(Conflict):
    code = "workers.contract.wrong-state"
    title = "合同现在的状态不能这样办"
    next = "请刷新后查看合同进度"


class AuthorisationSpent(Conflict):
    code = "workers.authorisation.spent"
    title = "这份用印授权已用完或到期"
    next = "请由用印经办人重新授权或逐份确认"


class NotTheSigner(Forbidden):
    code = "workers.contract.not-the-signer"
    title = "这份合同不是您本人的"
    next = "请由合同上的工人本人办理"


class AmendmentOpen(Conflict):
    code = "workers.amendment.already-open"
    title = "这份合同已有一项变更在办"
    next = "请先答复那一项"


class CertificateNotUsable(Conflict):
    code = "workers.certificate.not-usable"
    title = "这本证现在不能用"
    next = "请在“我的证书”里查看原因，或换一本有效的证"


class CertificateKnown(Conflict):
    code = "workers.certificate.known"
    title = "这个证号已经登记过"
    next = "如果是您的证被别人登记了，请带上证找劳资专管员核对"


class CertificateUntrue(AppError):
    code = "workers.certificate.untrue"
    status = 422
    title = "证书信息不对"
    next = "请照着证再填一遍"


class CertificateGone(Conflict):
    code = "workers.certificate.gone"
    title = "这本证已经删除"
    next = "需要时请重新登记"


class TrainingClosed(Conflict):
    code = "workers.training.closed"
    title = "这次培训已经不能签到"
    next = "培训第二天结束前可以扫码；过了请劳资专管员重新安排"


class TrainingDayWrong(AppError):
    code = "workers.training.day-wrong"
    status = 422
    title = "培训日期不对"
    next = "培训日期要在最近30天里，不能是以后的日子"


class TrainingFull(Conflict):
    code = "workers.training.full"
    title = "一次培训最多登记300人"
    next = "请分几次培训登记"


class NotOnTheList(Conflict):
    code = "workers.training.not-on-the-list"
    title = "这次培训的名单里没有您"
    next = "请扫培训现场的码签到，或请劳资专管员把您加上"


class ShareEnded(NotFound):
    code = "workers.share.ended"
    status = 410
    title = "这个码已经过期"
    next = "请工人本人重新出示一个新码"


class ShareRevoked(NotFound):
    code = "workers.share.revoked"
    status = 410
    title = "工人已经收回这个码"
    next = "需要时请工人本人重新出示一个新码"


class ShareTooOften(Conflict):
    code = "workers.share.too-often"
    title = "这个码看的次数太多，已经停用"
    next = "请工人本人重新出示一个新码"


class NothingToShare(AppError):
    code = "workers.share.nothing-chosen"
    status = 422
    title = "还没有选要给人看的内容"
    next = "请至少选一项"
