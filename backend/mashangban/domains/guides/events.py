"""What is published about guides. Data holds ids, numbers of editions and digests, never personal data."""

from mashangban.imports.events import ImportEvents

ITEM_DRAFTED = "guides.item.drafted"
ITEM_EDITED = "guides.item.edited"
ITEM_SUBMITTED = "guides.item.submitted"
ITEM_RETURNED = "guides.item.returned"
ITEM_PUBLISHED = "guides.item.published"
ITEM_WITHDRAWN = "guides.item.withdrawn"
ITEM_TOLD = "guides.item.told"
PACKAGE_DRAFTED = "guides.package.drafted"
PACKAGE_EDITED = "guides.package.edited"
PACKAGE_SUBMITTED = "guides.package.submitted"
PACKAGE_RETURNED = "guides.package.returned"
PACKAGE_PUBLISHED = "guides.package.published"
PACKAGE_WITHDRAWN = "guides.package.withdrawn"
POSTER_ORDERED = "guides.package.poster-ordered"
POSTER_PRINTED = "guides.package.poster-printed"
POSTER_FAILED = "guides.package.poster-failed"
PLAN_MADE = "guides.plan.made"
PLAN_ENDED = "guides.plan.ended"
PAPERS_TICKED = "guides.plan.papers-ticked"
CARD_DONE = "guides.plan.card-done"
CARD_UNDONE = "guides.plan.card-undone"
CARD_PROPOSED = "guides.plan.card-proposed"
CARD_CONFIRMED = "guides.plan.card-confirmed"
CARD_REFUSED = "guides.plan.card-refused"
HELP_BEGUN = "guides.plan.help-begun"
HELP_ENDED = "guides.plan.help-ended"
PLAN_FORGOTTEN = "guides.plan.forgotten"

# A message of identity: this person left for good.
FORGET = "guides.forget"

IMPORTS = ImportEvents("guides")

LABELS = {
    **IMPORTS.labels,
    ITEM_DRAFTED: "开始起草",
    ITEM_EDITED: "修改草稿",
    ITEM_SUBMITTED: "提交审核",
    ITEM_RETURNED: "审核退回",
    ITEM_PUBLISHED: "审核通过，公布",
    ITEM_WITHDRAWN: "停用",
    ITEM_TOLD: "告诉关注的人",
    PACKAGE_DRAFTED: "开始起草",
    PACKAGE_EDITED: "修改草稿",
    PACKAGE_SUBMITTED: "提交审核",
    PACKAGE_RETURNED: "审核退回",
    PACKAGE_PUBLISHED: "审核通过，公布",
    PACKAGE_WITHDRAWN: "停用",
    POSTER_ORDERED: "要一张海报",
    POSTER_PRINTED: "海报做好了",
    POSTER_FAILED: "海报没有做成",
    PLAN_MADE: "保存计划",
    PLAN_ENDED: "不办了",
    PAPERS_TICKED: "勾材料",
    CARD_DONE: "办好一步",
    CARD_UNDONE: "改回还没办",
    CARD_PROPOSED: "工作人员说办好了，等本人确认",
    CARD_CONFIRMED: "本人确认办好",
    CARD_REFUSED: "本人说还没办好",
    HELP_BEGUN: "工作人员扫码来帮忙",
    HELP_ENDED: "帮忙结束",
    PLAN_FORGOTTEN: "本人注销",
}
