"""Files of items in the console: what is complete is published when a person confirms, the rest becomes drafts."""

from mashangban.console import regions
from mashangban.console.views import Empty, Link
from mashangban.domains.guides.service import importing
from mashangban.domains.guides.terms import GAPS, ITEMS, MOST_ROWS
from mashangban.imports.console import Content, ImportPages, blueprint

_ITEMS = Content(
    ITEMS,
    "办事指南",
    MOST_ROWS,
    "内容齐全的马上公布，不齐的存成草稿；正在修改的不动；已停用的不再公布，新内容存成草稿。",
    json=True,
    see=Link("去看办事指南", "/console/guides?shelf="),
    left="没有公布：和现有的一样、比现有的旧、有人正在改，或已停用（新内容存成草稿，要用请到事项页公布）",
)

_GAPS = Content(
    GAPS,
    "补齐表",
    MOST_ROWS,
    "空着的格子不动；补齐后没有缺项的马上公布，有人正在写的草稿只补进去、不公布。",
    see=Link("去看还缺什么", "/console/guides/gaps?lack="),
    left="没有动：和现在的一样，或正在等同事审核",
)

pages = blueprint(
    ImportPages(
        importing.DESK,
        "/console/guides/imports",
        "指南导入",
        Empty("还没有导入过文件", "目录里的事项可以用表格或 JSON 文件成批导入。"),
        (_ITEMS, _GAPS),
        regions.reached,
    )
)
