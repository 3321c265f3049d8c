"""Where the demo world lies: enterprises and projects of two provinces, three cities, six counties."""

from dataclasses import dataclass

from mashangban.identity.identifiers.organisation import body_check_character, check_character

COUNTIES = ("330106", "330110", "330203", "330212", "370102", "370112")


@dataclass(frozen=True, slots=True)
class Firm:
    key: str
    name: str
    county: str
    address: str
    legal_person: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A project with its owner, general contractor, labour firm and supervisor by key."""

    name: str
    county: str
    address: str
    owner: str
    contractor: str
    labour: str
    supervisor: str


FIRMS = (
    Firm("owner-a", "杭州样例城建投资有限公司", "330106", "杭州市西湖区文二西路 18 号", "陈国良"),
    Firm("owner-b", "宁波样例置业有限公司", "330203", "宁波市海曙区中山西路 66 号", "徐海波"),
    Firm("owner-c", "济南样例城市建设有限公司", "370102", "济南市历下区经十路 120 号", "孙长河"),
    Firm("gc-a", "浙江样例建工集团有限公司", "330106", "杭州市西湖区天目山路 200 号", "沈建明"),
    Firm("gc-b", "宁波样例建设集团有限公司", "330212", "宁波市鄞州区首南街道 9 号", "叶永强"),
    Firm("gc-c", "山东样例建设集团有限公司", "370112", "济南市历城区工业南路 33 号", "于广林"),
    Firm("labour-a", "杭州样例建筑劳务有限公司", "330110", "杭州市余杭区五常大道 7 号", "周大山"),
    Firm("labour-b", "宁波样例建筑劳务有限公司", "330212", "宁波市鄞州区下应街道 21 号", "郑文斌"),
    Firm("labour-c", "济南样例建筑劳务有限公司", "370102", "济南市历下区解放东路 5 号", "丁根生"),
    Firm("supervisor-a", "浙江样例工程监理有限公司", "330106", "杭州市西湖区古墩路 88 号", "潘志强"),
    Firm("supervisor-c", "山东样例工程监理有限公司", "370102", "济南市历下区历山路 10 号", "魏国庆"),
    Firm("tech-b", "宁波样例智能装备有限公司", "330203", "宁波市海曙区望春工业园区 5 号", "林晓东"),
)

_HANGZHOU = ("owner-a", "gc-a", "labour-a", "supervisor-a")
_NINGBO = ("owner-b", "gc-b", "labour-b", "supervisor-a")
_JINAN = ("owner-c", "gc-c", "labour-c", "supervisor-c")

PLANS = (
    Plan("西溪人才公寓", "330106", "杭州市西湖区文一西路 588 号", *_HANGZHOU),
    Plan("之江社区卫生服务中心", "330106", "杭州市西湖区之江路 29 号", *_HANGZHOU),
    Plan("未来科技城第三小学", "330110", "杭州市余杭区文一西路 1500 号", *_HANGZHOU),
    Plan("良渚安置房三期", "330110", "杭州市余杭区良渚街道古墩路 2300 号", *_HANGZHOU),
    Plan("月湖老街改造", "330203", "宁波市海曙区偃月街 12 号", *_NINGBO),
    Plan("海曙区公交枢纽", "330203", "宁波市海曙区通达路 8 号", *_NINGBO),
    Plan("鄞州滨河住宅小区", "330212", "宁波市鄞州区鄞州大道 300 号", *_NINGBO),
    Plan("东部新城地下通道", "330212", "宁波市鄞州区惊驾路 77 号", *_NINGBO),
    Plan("历下区档案馆新馆", "370102", "济南市历下区解放东路 60 号", *_JINAN),
    Plan("千佛山西路保障房", "370102", "济南市历下区千佛山西路 19 号", *_JINAN),
    Plan("唐冶新区实验中学", "370112", "济南市历城区唐冶东路 3 号", *_JINAN),
    Plan("济南东站配套停车楼", "370112", "济南市历城区飞跃大道 100 号", *_JINAN),
)


def credit_code(county: str, number: int) -> str:
    """A unified social credit code, valid in form, of an organisation that does not exist."""
    body = f"MA0DEM{number:02d}"
    first = f"91{county}{body}{body_check_character(body)}"
    return first + check_character(first)
