"""Files of pairs and of words in the console; a second person lets them count."""

from mashangban.console.views import Empty, Link
from mashangban.domains.answers.console import places
from mashangban.domains.answers.service import importing
from mashangban.domains.answers.terms.imports import MOST_ROWS, MOST_WORDS, PAIRS, WORDS
from mashangban.imports.console import Content, ImportPages, blueprint

_PAIRS = Content(
    PAIRS,
    "问答",
    MOST_ROWS,
    "由另一位同事确认，确认就是审核，之后提问的人马上能看到。",
    json=True,
    see=Link("去看问答", "/console/answers/pairs?shelf=published"),
)

_WORDS = Content(
    WORDS,
    "词语关系",
    MOST_WORDS,
    "由另一位同事确认，几秒后提问就按新的词找。只有省级和平台管理员能导入。",
    see=Link("去看词语关系", "/console/answers/words"),
)

pages = blueprint(
    ImportPages(
        importing.DESK,
        "/console/answers/imports",
        "问答和词语导入",
        Empty("还没有导入过文件", "问答和词语可以用表格成批导入，由第二个人确认后使用。"),
        (_PAIRS, _WORDS),
        places.known,
    )
)
