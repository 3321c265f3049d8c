"""The page that one opens first: what each file is, from whom it came, until when it is kept. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote

from mashangban.kernel import clock
from mashangban.kernel.personal import Holding, Part
from mashangban.processes.mydata.rules.files import Row
from mashangban.processes.mydata.terms import FOLDER, MOST_BYTES

_HEAD = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的个人信息</title><style>
body{font:18px/1.6 sans-serif;max-width:46em;margin:1em auto;padding:0 1em;color:#222}
section{border:1px solid #ccc;border-radius:8px;padding:.6em 1em;margin:1em 0}
h2{font-size:1.15em;margin:.2em 0}p{margin:.3em 0;overflow-wrap:anywhere}.quiet{color:#555}
</style></head><body>
"""
_FILES = (
    f"您上传的照片和材料、您的合同、工资条等文件在“{FOLDER}”文件夹里，按类别分开放。",
    f"照片是去掉拍摄地点后的样子，和您在手机上看到的一样。一个包最多装 {MOST_BYTES // 1024**2} MB 的文件。",
)
_HOW_ELSE = "下面这些没有装进来。请在手机上打开对应的那一条，能看的都可以在那里打开、保存。"
_NOT_IN_IT = (
    "别人的姓名和号码，以及您自己在一些记录里的姓名，只露一部分，和您在手机上看到的一样。",
    "您以单位人员身份办理的业务属于单位的记录，不在这个包里。",
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A part that was written, how many records it has, and the files that they point to."""

    part: Part
    count: int
    files: tuple[Row, ...] = ()


def page(packed: Sequence[Packed], rooms: Sequence[Holding], at: datetime) -> str:
    """The whole page, for any browser and without anything from outside."""
    day = f"{clock.local_date(at):%Y年%-m月%-d日}"
    return "".join(
        (
            _HEAD,
            "<h1>我的个人信息</h1>",
            _lines(
                (
                    f"{day}按您的申请整理（个人信息保护法第四十五条）。里面有完整的姓名和号码，请不要随便发给别人。",
                )
            ),
            _lines(_FILES),
            *(_section(one) for one in packed),
            _left_out([row for one in packed for row in one.files if row.left]),
            "<h2>不在这个包里的</h2>",
            _lines(_NOT_IN_IT),
            "<h2>您注销以后</h2>",
            _lines([f"删除：{one.erased}。" for one in rooms if one.erased]),
            _lines([f"按法律继续保存：{one.lawful}。" for one in rooms if one.lawful]),
            "</body></html>\n",
        )
    )


def file_name(part: Part) -> str:
    """What a part is called in the package."""
    return f"{part.name}.json"


def _section(one: Packed) -> str:
    part = one.part
    count = f"{one.count} 条" if one.count else "没有记录"
    told = (f"是什么：{part.holds}", f"从哪来：{part.source}", f"存到什么时候：{part.kept}")
    title = f"<h2>{escape(part.name)} <span class='quiet'>{count}</span></h2>"
    paths = [file_name(part), *(row.path for row in one.files if row.path)]
    links = "<br>".join(f"<a href='{quote(path)}'>{escape(path)}</a>" for path in paths)
    return f"<section>{title}{_lines(told)}<p class='quiet'>文件：{links}</p></section>"


def _left_out(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    told = [f"{row.part}：{row.filename}（{row.left}）" for row in rows]
    return f"<h2>没有装进来的文件</h2>{_lines((_HOW_ELSE, *told))}"


def _lines(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
