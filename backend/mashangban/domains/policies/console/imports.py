"""Files of policies and facts in the console."""

from mashangban.console.views import Empty, Link
from mashangban.domains.policies.console import places
from mashangban.domains.policies.service import importing
from mashangban.domains.policies.terms.imports import MOST_FACT_ROWS, MOST_POLICY_ROWS, ImportKind
from mashangban.imports.console import Content, ImportPages, blueprint

_POLICIES = Content(
    ImportKind.POLICIES,
    ImportKind.POLICIES.label,
    MOST_POLICY_ROWS,
    "写入的是草稿，逐项发布后企业才看到。",
    json=True,
    see=Link("去看草稿", "/console/policies/items?shelf=drafted"),
)
_FACTS = Content(ImportKind.FACTS, ImportKind.FACTS.label, MOST_FACT_ROWS, "比现有数据旧的不会覆盖。")

pages = blueprint(
    ImportPages(
        importing.DESK,
        "/console/policies/imports",
        "政策导入",
        Empty("还没有导入过文件", "政策和企业数据都可以用表格成批导入。"),
        (_POLICIES, _FACTS),
        places.known,
    )
)
