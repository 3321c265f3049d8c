"""What remote help tells of a person: who looked at which form when. What stood in it was wiped at the end."""

from collections.abc import Iterator

from mashangban.domains.assistance.service import views
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part


def _sharings(act: Act) -> Iterator[Schema]:
    return every(lambda page: views.mine(act, page))


HOLDING = Holding(
    parts=(
        Part(
            "请人帮忙的记录",
            "什么时候、谁、看着您填哪张表；表里填的内容结束时已清除",
            "您同意共享时由平台记下",
            "保存到您注销为止",
            _sharings,
        ),
    ),
    erased="共享停止，记录不再写您是谁",
)
