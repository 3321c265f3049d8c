"""Files of duty rosters in the console: checked, looked at, then confirmed by whoever brought them."""

from mashangban.console.views import Empty
from mashangban.domains.helpdesk.console import places
from mashangban.domains.helpdesk.service import importing
from mashangban.domains.helpdesk.terms import MOST_ROSTER_ROWS, ROSTERS
from mashangban.imports.console import Content, ImportPages, blueprint

HOME = "/console/helpdesk/rosters/imports"

pages = blueprint(
    ImportPages(
        importing.DESK,
        HOME,
        "值班表导入",
        Empty("还没有导入过值班表", "几个部门、几个星期的班可以用一个表格排好。"),
        (
            Content(
                ROSTERS,
                "值班表",
                MOST_ROSTER_ROWS,
                "文件里有的星期整个换成文件里的班，没有的星期不动。",
                left="所在的星期没有写，原因见逐行结果",
            ),
        ),
        places.kept,
    )
)
