"""What is published about answers. Data holds ids, regions, days and counts, never what a person asked."""

from mashangban.imports.events import ImportEvents

PAIR_DRAFTED = "answers.pair.drafted"
PAIR_CHANGED = "answers.pair.changed"
PAIR_SUBMITTED = "answers.pair.submitted"
PAIR_RETURNED = "answers.pair.returned"
PAIR_PUBLISHED = "answers.pair.published"
PAIR_WITHDRAWN = "answers.pair.withdrawn"
PAIR_LAPSED = "answers.pair.lapsed"
PAIR_LAPSING = "answers.pair.lapsing"
PAIR_TOLD = "answers.pair.told"
WORD_ENTERED = "answers.word.entered"
GAP_OPENED = "answers.gap.opened"
GAP_REOPENED = "answers.gap.reopened"
GAP_TAKEN = "answers.gap.taken"
GAP_ANSWERED = "answers.gap.answered"
GAP_DISMISSED = "answers.gap.dismissed"

# A message of identity: this person left for good.
FORGET = "answers.forget"

IMPORTS = ImportEvents("answers")

LABELS = {
    **IMPORTS.labels,
    PAIR_DRAFTED: "起草",
    PAIR_CHANGED: "修改草稿",
    PAIR_SUBMITTED: "提交审核",
    PAIR_RETURNED: "审核退回",
    PAIR_PUBLISHED: "审核通过，开始使用",
    PAIR_WITHDRAWN: "停用",
    PAIR_LAPSED: "到期停用",
    PAIR_LAPSING: "快到期提醒",
    PAIR_TOLD: "告诉问过的人",
    WORD_ENTERED: "改词语关系",
    GAP_OPENED: "有人问，没有答案",
    GAP_REOPENED: "有了答案还有人问",
    GAP_TAKEN: "开始写答案",
    GAP_ANSWERED: "答案开始使用",
    GAP_DISMISSED: "不用写",
}
