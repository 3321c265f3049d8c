"""The page that one opens first: what each file is, from whom it came, until when it is kept. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from mashangban.kernel import clock
from mashangban.kernel.personal import Holding, Part

_HEAD = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的个人信息</title><style>
body{font:18px/1.6 sans-serif;max-width:46em;margin:1em auto;padding:0 1em;color:#222}
section{border:1px solid #ccc;border-radius:8px;padding:.6em 1em;margin:1em 0}
h2{font-size:1.15em;margin:.2em 0}p{margin:.3em 0}.quiet{color:#555}
</style></head><body>
"""
_NOT_IN_IT = (
    "您上传的照片和合同的文件原件不在这个包里：它们跟着各自的事项，请在手机的对应页面打开下载。",
    "别人的姓名和号码，以及您自己在一些记录里的姓名，只露一部分，和您在手机上看到的一样。",
    "您以单位人员身份办理的业务属于单位的记录，不在这个包里。",
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A part that was written, and how many records it has."""

    part: Part
    count: int


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
            *(_section(one) for one in packed),
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
    return f"<section>{title}{_lines(told)}<p class='quiet'>文件：{escape(file_name(part))}</p></section>"


def _lines(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
