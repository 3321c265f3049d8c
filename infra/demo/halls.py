"""Halls in three counties, four of them near one another: matters, counters, two weeks to book in, two kiosks each."""

from collections.abc import Callable

from demo.ground import Ground, act
from mashangban.domains.appointments.schemas import HallForm, KioskForm
from mashangban.domains.appointments.service import halls, kiosks
from mashangban.domains.appointments.terms import KioskFunction
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

Say = Callable[[str], None]
_PLACES = (
    ("330106", "西湖区政务服务中心（样例）", "杭州市西湖区文三路 1 号", 30_276_000, 120_130_000),
    ("330106", "西湖区文新街道便民中心（样例）", "杭州市西湖区文二西路 20 号", 30_285_000, 120_105_000),
    ("330106", "西湖区翠苑街道便民中心（样例）", "杭州市西湖区文三路 80 号", 30_281_000, 120_122_000),
    ("330106", "西湖区蒋村街道便民中心（样例）", "杭州市西湖区文二西路 60 号", 30_297_000, 120_072_000),
    ("330203", "海曙区政务服务中心（样例）", "宁波市海曙区中山西路 10 号", 29_876_000, 121_540_000),
    ("370102", "历下区政务服务中心（样例）", "济南市历下区经十路 8 号", 36_666_000, 117_080_000),
)
_PERIODS = (
    ("09:00", "10:00"),
    ("10:00", "11:00"),
    ("11:00", "12:00"),
    ("14:00", "15:00"),
    ("15:00", "16:30"),
)
_MATTERS = (
    ("restaurant", "开办餐饮店", 6, ("身份证", "经营场所证明", "健康证"), ""),
    ("social-card", "补办社会保障卡", 10, ("身份证",), "手机上也能补办，卡寄到家"),
    ("wage-deposit", "工资保证金办理", 4, ("营业执照", "施工合同"), ""),
)
_SPOTS = ("一楼东侧入口", "取号区旁边")
_COUNTERS = (("1号综合窗口", ("restaurant", "social-card")), ("2号建设窗口", ("wage-deposit",)))


def fill(_: Ground, say: Say) -> None:
    """Each hall is entered by an officer of its county."""
    for county, name, address, latitude, longitude in _PLACES:
        keeper = act(_officer(county))
        hall = halls.open_hall(keeper, _form(county, name, address, latitude, longitude)).id
        for number, spot in enumerate(_SPOTS, 1):
            form = KioskForm(
                hall_id=hall, name=f"{number} 号自助机", spot=spot, functions=list(KioskFunction)
            )
            kiosks.enter(keeper, form)
    say(f"{len(_PLACES)} 个办事大厅、{len(_PLACES) * len(_SPOTS)} 台自助机 / halls and kiosks")


def _officer(county: str) -> Principal:
    grant = Grant(Role.COUNTY_OFFICER, Scope("region", county))
    return Principal("system:demo", "", (grant,), real_name=True)


def _form(county: str, name: str, address: str, latitude: int, longitude: int) -> HallForm:
    matters = [
        {"code": code, "name": label, "quota": quota, "papers": list(papers), "online": online}
        for code, label, quota, papers, online in _MATTERS
    ]
    given = {
        "name": name,
        "region": county,
        "address": address,
        "phone": "12345",
        "latitude_e6": latitude,
        "longitude_e6": longitude,
        "periods": [{"starts": starts, "ends": ends} for starts, ends in _PERIODS],
        "matters": matters,
        "counters": [{"name": counter, "matters": list(codes)} for counter, codes in _COUNTERS],
    }
    return HallForm.model_validate(given)
