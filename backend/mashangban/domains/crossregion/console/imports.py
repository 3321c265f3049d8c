"""Files of items in the console; each zone that takes part is asked for its word afterwards."""

from mashangban.console import regions
from mashangban.console.views import Empty, Link
from mashangban.domains.crossregion.service import importing
from mashangban.domains.crossregion.terms import ITEMS, MOST_ROWS
from mashangban.imports.console import Content, ImportPages, blueprint

HOME = "/console/crossregion/imports"
_ITEMS = Content(
    ITEMS,
    "通办事项",
    MOST_ROWS,
    "“参加地区代码”不填，就是全部成员；只牵头一个联盟的，“通办联盟”不用填。每个参加的地区都同意以后，事项才能办。",
    see=Link("去看联盟", "/console/crossregion/alliances?"),
    left="没有登记：确认时清单里已有这些编码，或者有地区退出了",
)

pages = blueprint(
    ImportPages(
        importing.DESK,
        HOME,
        "事项导入",
        Empty("还没有导入过文件", "联盟的事项可以用表格成批登记。"),
        (_ITEMS,),
        regions.reached,
    )
)
