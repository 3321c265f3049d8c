"""The same table as a file: what items lack, with what they say so far. Pure."""

from mashangban.domains.guides.rules.completion import FIELDS, Cells
from mashangban.registry.rules.columns import Cells as Row
from mashangban.registry.rules.columns import Layout

LAYOUT = Layout(
    columns={
        "region": "地区代码",
        "code": "事项编码",
        "name": "事项名称",
        "places": "去哪里办",
        "hours": "办公时间",
        "phone": "咨询电话",
        "materials": "材料",
    },
    required=("code",),
)
EXAMPLE = {
    "code": "11330106002490000X4330125001000",
    "name": "食品经营许可（餐饮服务）",
    "places": "样例区政务服务中心|文三路 1 号|3 号窗口",
    "hours": "工作日 9:00-17:00",
    "phone": "0571-12345",
    "materials": "营业执照|必须有|纸质或电子都行|1|0|政府部门核发|营业执照",
}


def laid(given: Row, over: Cells) -> Cells:
    """A row of the file over what an item says: an empty cell leaves it as it is."""
    texts = {name: given.get(name, "").strip().replace("；", "\n") for name in FIELDS}
    return Cells(**{name: texts[name] or getattr(over, name) for name in FIELDS})
