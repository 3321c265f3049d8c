"""Who may do what around answers. What is published is open to everybody; offices work within their region."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_AUTHORS = OFFICERS | {Role.PLATFORM_ADMIN}

ASK = Permission("answers:question:ask", "提问", public=True)
EDIT_WORDS = Permission(
    "answers:word:edit", "改词语关系", frozenset({Role.PROVINCE_OFFICER, Role.PLATFORM_ADMIN})
)
RUN_IMPORTS = Permission("answers:import:run", "批量导入问答", _AUTHORS)
EDIT_PAIRS = Permission("answers:pair:edit", "起草问答", _AUTHORS)
REVIEW_PAIRS = Permission("answers:pair:review", "审核、停用问答", _AUTHORS)
