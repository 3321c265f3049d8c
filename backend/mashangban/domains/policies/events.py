"""What is published about policies. Data holds ids, codes, states and counts, never a value of an enterprise."""

INDICATOR_DECLARED = "policies.indicator.declared"
POLICY_DRAFTED = "policies.policy.drafted"
POLICY_CHANGED = "policies.policy.changed"
POLICY_PUBLISHED = "policies.policy.published"
POLICY_WITHDRAWN = "policies.policy.withdrawn"

LABELS = {
    INDICATOR_DECLARED: "登记指标",
    POLICY_DRAFTED: "起草政策",
    POLICY_CHANGED: "修改草稿",
    POLICY_PUBLISHED: "发布政策",
    POLICY_WITHDRAWN: "撤回政策",
}
