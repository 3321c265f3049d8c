"""What homes tell of a person: where they live, the sheets they filled in, the defects of their home."""

from collections.abc import Iterator

from mashangban.domains.homes.schemas import DefectRow, MyHomeRow
from mashangban.domains.homes.service import defectlists, living, sheetviews
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _listed(act: Act) -> Iterator[MyHomeRow]:
    return every(lambda page: living.my_homes(act.actor, page, act.at))


def _homes(act: Act) -> Iterator[Schema]:
    return opened(_listed(act), lambda one: living.show_home(act.actor, one.id, act.at))


def _inspections(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: sheetviews.mine(act.actor, page))
    return opened(listed, lambda one: sheetviews.show(act.actor, one.id, act.at))


def _defects(act: Act) -> Iterator[Schema]:
    for home in _listed(act):
        yield from opened(_defects_of(act, home.id), lambda one: defectlists.show(act, one.id))


def _defects_of(act: Act, home_id: str) -> Iterator[DefectRow]:
    return every(lambda page: defectlists.of_home(act, home_id, page))


HOLDING = Holding(
    parts=(
        Part(
            "我的房屋",
            "您绑定的每一套房：交付、质保、同住的人（名字只露一部分）",
            "您扫码绑定，购房合同由开发企业登记",
            "绑定保存到您解绑或注销为止",
            _homes,
        ),
        Part(
            "验房表",
            "您填过的验房表",
            "您自己填写",
            "随房屋的质量档案保存（建设工程质量管理条例第十七条）",
            _inspections,
        ),
        Part(
            "房屋报修",
            "您的房屋报过的每一个问题和维修经过",
            "您或同住的业主报修",
            "随房屋的质量档案保存（建设工程质量管理条例第十七条）",
            _defects,
        ),
    ),
    erased="房屋绑定和您的名字",
    lawful="验房表和维修经过，是房屋的质量档案（建设工程质量管理条例第十七条），不再写您是谁",
    uploads=Uploads.KEPT,
    recipients=(
        Recipient(
            "房子的建设单位、施工单位和维修单位",
            "房号、您写的问题和照片、约的时间",
            "上门维修",
            "建设工程质量管理条例第四十一条",
        ),
    ),
)
