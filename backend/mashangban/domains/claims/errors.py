"""What can go wrong around claims, in words that an enterprise's office understands."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden, NotFound


class UnknownClaim(NotFound):
    code = "claims.claim.unknown"
    title = "没有这件申报"


class WrongStep(Conflict):
    code = "claims.claim.wrong-step"
    title = "这件申报现在不在这一步"
    next = "请刷新后看最新情况"


class AlreadyClaimed(Conflict):
    code = "claims.claim.already"
    title = "这一期已经申报过这项政策"
    kept = "先前的申报还在"
    next = "请在“我的申报”里继续办理"


class Exclusive(Conflict):
    code = "claims.claim.exclusive"
    title = "同类政策只能享受一项，您今年已经申报了另一项"
    kept = "先前的申报还在"
    next = "想换成这一项，请先撤回先前的申报"


class WindowClosed(Conflict):
    code = "claims.claim.window-closed"
    title = "这项政策现在不受理申报"
    next = "请看政策页面上的申报时间"


class OutsideRegion(Conflict):
    code = "claims.claim.outside-region"
    title = "这项政策只给本地区的企业"
    next = "请在政策列表里选企业注册地的政策"


class NotEligible(Conflict):
    code = "claims.claim.not-eligible"
    title = "按部门数据，还不符合这项政策的条件"
    kept = "草稿还在"
    next = "请看“为什么不符合”，数据有错可以提异议"


class NotKnown(Conflict):
    code = "claims.claim.not-known"
    title = "还缺数据，不能当场判断是否符合"
    kept = "草稿还在"
    next = "请看“为什么”里缺哪一项、由哪个部门提供"


class LicenceChanged(Conflict):
    code = "claims.licence.changed"
    title = "有证照在电子证照库里变了，申报表要重新生成"
    kept = "草稿还在，填的内容都在"
    next = "请再查一次证照，查不到有效的就上传，再生成申报表"


class CreditBlocked(Conflict):
    code = "claims.claim.credit"
    title = "有没处理完的失信记录，按这项政策不能享受"
    next = "请先把拖欠的事办完；记录有错可以提异议"


class AmountMissing(AppError):
    code = "claims.claim.amount"
    status = 422
    title = "请填写申请金额"
    kept = "草稿还在"
    next = "金额要大于零，不超过政策写明的上限"


class AmountRaised(AppError):
    code = "claims.claim.amount-raised"
    status = 422
    title = "审核只能维持或调低金额"
    next = "请填不高于申请的金额，并说明理由"


class MaterialsMissing(AppError):
    code = "claims.claim.materials"
    status = 422
    title = "还有材料没有上传"
    kept = "草稿还在"
    next = "请按清单补齐后再提交"


class FormNotReady(Conflict):
    code = "claims.form.not-ready"
    title = "申报表还没有生成好"
    kept = "填的内容已保存"
    next = "请先生成申报表，核对以后再盖章提交"


class FormDiffers(Conflict):
    code = "claims.form.differs"
    title = "申报表和现在的内容不一样了"
    kept = "填的内容已保存"
    next = "请重新生成申报表，核对以后再盖章提交"


class SealMissing(Conflict):
    code = "claims.form.no-seal"
    title = "本单位没有可用的电子印章"
    kept = "填的内容和申报表都已保存"
    next = "请单位管理员申请或恢复电子印章，再来盖章提交"


class FormUnsealed(Conflict):
    code = "claims.form.unsealed"
    title = "申报表还没有盖上章，不能批准"
    kept = "申报还在，先前的顺序不变"
    next = "请申报单位把申报表盖好章"


class SupplementedOnce(Conflict):
    code = "claims.claim.supplemented"
    title = "补正只能要求一次，已经要求过了"
    next = "请按现有材料审核，通过或说明理由不通过"


class SameHands(Forbidden):
    code = "claims.claim.same-hands"
    title = "审核过这件申报的人不能再批准它"
    next = "请由另一位同事批准"


class Halted(Conflict):
    code = "claims.fuse.halted"
    title = "已熔断，批准和拨付先停下来"
    kept = "申报还在，先前的顺序不变"
    next = "请监督人员核对；两个没有经手的人同意解除后再办"


class UnknownFuse(NotFound):
    code = "claims.fuse.unknown"
    title = "没有这条熔断记录"


class FuseNotTripped(Conflict):
    code = "claims.fuse.not-tripped"
    title = "这条记录没有暂停任何办理，不用解除"
    next = "请刷新后看最新情况"


class FuseBarred(Forbidden):
    code = "claims.fuse.barred"
    title = "经手过有关申报的人不能解除熔断"
    next = "请由没有经手的同事解除"


class FuseSamePerson(Conflict):
    code = "claims.fuse.same-person"
    title = "您已经同意过解除，还要另一个人同意"
    kept = "您的意见已记下"
    next = "请另一位没有经手的同事同意"


class FuseFigures(AppError):
    code = "claims.fuse.figures"
    status = 422
    title = "熔断的数值不合理"
    next = "请按提示修改；提醒的数不能高于暂停的数"


class UnknownInspection(NotFound):
    code = "claims.inspection.unknown"
    title = "没有这件检查"


class InspectionDone(Conflict):
    code = "claims.inspection.done"
    title = "这件检查已有结果"
    next = "请刷新后看结果"


class InspectionBarred(Forbidden):
    code = "claims.inspection.barred"
    title = "经手过这件申报的人不能检查它"
    next = "请由没有经手的同事检查"


class ClaimUnfinished(Conflict):
    code = "claims.evaluation.unfinished"
    title = "这件申报还没有办完，办完后再评价"


class AlreadyEvaluated(Conflict):
    code = "claims.evaluation.already"
    title = "这件申报已经评价过"
    kept = "先前的评价还在"


class UnknownEvaluation(NotFound):
    code = "claims.evaluation.unknown"
    title = "没有这件评价"


class NothingToMend(Conflict):
    code = "claims.evaluation.nothing-to-mend"
    title = "这件评价现在不用整改或确认"
    next = "请刷新后看最新情况"


class SameMender(Forbidden):
    code = "claims.evaluation.same-mender"
    title = "整改的人不能自己确认"
    next = "请由另一位同事或上级确认"


class BudgetSpent(Conflict):
    code = "claims.budget.spent"
    title = "这项政策的预算不够了"
    kept = "申报还在，没有批准"
    next = "请等追加预算后再批准；先前的顺序不变"


class BudgetMissing(Conflict):
    code = "claims.budget.missing"
    title = "这项政策还没有登记预算"
    kept = "申报还在"
    next = "请先由财政登记预算额度"


class BudgetLowered(Conflict):
    code = "claims.budget.lowered"
    title = "预算额度只能追加，不能调低"
    next = "请填比现有额度高的数"


class BudgetNotAsked(Conflict):
    code = "claims.budget.not-asked"
    title = "没有人提出追加到这个数，或者已经改了"
    next = "请刷新后看现在要追加到多少"


class BudgetSameHands(Forbidden):
    code = "claims.budget.same-hands"
    title = "追加预算要两个人：提出的人不能自己确认"
    kept = "您提出的追加还在"
    next = "请另一位同事确认"


class BudgetBeyondPolicy(Conflict):
    code = "claims.budget.beyond-policy"
    title = "超过了政策写明的总额度"
    next = "请先修改政策的总额度，再追加预算"


class OfferListNotReady(Conflict):
    code = "claims.offerlist.not-ready"
    title = "这份名单现在不能列入"
    next = "名单查完、有符合的企业时才能列入，而且只能列入一次"


class OfferListOutdated(Conflict):
    code = "claims.offerlist.outdated"
    title = "查完名单以后，政策改过了"
    kept = "谁都还没有列入"
    next = "请重新查一遍"


class SignatureWrong(AppError):
    code = "claims.treasury.signature-wrong"
    status = 403
    title = "签名不对"
    next = "请用约定的密钥签名，并核对时钟"


class CallbackReplayed(Conflict):
    code = "claims.treasury.replayed"
    title = "这条通知已经收到过"


class ShardShort(Conflict):
    """Not shown to anyone: this part of the line was drawn from by somebody else, another has enough."""

    code = "claims.budget.shard-short"
    title = "这一份额度刚被用掉"
