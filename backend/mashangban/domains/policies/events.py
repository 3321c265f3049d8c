"""What is published about policies. Data holds ids, codes, states and counts, never a value of an enterprise."""

from mashangban.imports.events import ImportEvents

INDICATOR_DECLARED = "policies.indicator.declared"
POLICY_DRAFTED = "policies.policy.drafted"
POLICY_CHANGED = "policies.policy.changed"
POLICY_PUBLISHED = "policies.policy.published"
POLICY_WITHDRAWN = "policies.policy.withdrawn"
POLICY_SPREAD = "policies.policy.spread"
FACTS_STATED = "policies.facts.stated"
FACT_DISPUTED = "policies.fact.disputed"
FACT_ANSWERED = "policies.fact.answered"
MATCHES_CHANGED = "policies.matches.changed"
REPLAY_BEGUN = "policies.replay.begun"
REPLAY_ADVANCED = "policies.replay.advanced"
REPLAY_FINISHED = "policies.replay.finished"

# A message of identity: this person left for good.
FORGET = "policies.forget"

IMPORTS = ImportEvents("policies")

LABELS = {
    **IMPORTS.labels,
    INDICATOR_DECLARED: "登记指标",
    POLICY_DRAFTED: "起草政策",
    POLICY_CHANGED: "修改草稿",
    POLICY_PUBLISHED: "发布政策",
    POLICY_WITHDRAWN: "撤回政策",
    POLICY_SPREAD: "逐批匹配企业",
    REPLAY_BEGUN: "开始试算",
    REPLAY_ADVANCED: "逐批试算",
    REPLAY_FINISHED: "试算完成",
    FACTS_STATED: "写入企业数据",
    FACT_DISPUTED: "企业提出异议",
    FACT_ANSWERED: "部门答复异议",
    MATCHES_CHANGED: "符合的政策有变化",
}
