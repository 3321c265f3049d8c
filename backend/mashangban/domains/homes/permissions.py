"""Who may do what around homes. A person reaches the homes they are bound to (`self`); offices their estates; officers
their region.
"""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})

READ_CODE = Permission("homes:code:read", "看门牌码", public=True)
VIEW_ESTATE = Permission("homes:estate:view", "查看小区", _OFFICE | OFFICERS)
MANAGE_ESTATE = Permission("homes:estate:manage", "管理小区", _OFFICE)
IMPORT = Permission("homes:estate:import", "导入小区资料", _OFFICE)
VIEW_HOME = Permission("homes:home:view", "查看房屋", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
BIND = Permission("homes:home:bind", "绑定房屋", frozenset({Role.PERSON}), real_name=True)
VIEW_OWN = Permission("homes:home:view-own", "查看我的房屋", frozenset({Role.PERSON}))
# Reaches owners only: a tenant is not among the persons of this place.
OWN = Permission("homes:home:own", "业主邀请、移除和过户", frozenset({Role.PERSON}), real_name=True)
LEAVE = Permission("homes:home:leave", "解绑房屋", frozenset({Role.PERSON}), real_name=True)
VIEW_CONTRACT = Permission("homes:contract:view", "查看购房合同", frozenset({Role.PERSON}) | _OFFICE)

_HANDLERS = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

REPORT = Permission("homes:defect:report", "报修", frozenset({Role.PERSON}))
JUDGE_REPAIR = Permission("homes:defect:judge", "确认修好没有、评价、撤回", frozenset({Role.PERSON}))
VIEW_DEFECT = Permission("homes:defect:view", "查看报修", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
LIST_DEFECTS = Permission("homes:defect:list", "查看小区和辖区的报修", _OFFICE | OFFICERS)
ANSWER_DEFECT = Permission("homes:defect:answer", "受理报修、派维修单位", _OFFICE)
REPAIR = Permission("homes:defect:repair", "上门和维修", _OFFICE)
HANDLE_DEFECT = Permission("homes:defect:handle", "责令、延期、结案", _HANDLERS)
OPEN_ISSUE = Permission("homes:issue:open", "建立共性问题、通报进展", _OFFICE | _HANDLERS)
JOIN_ISSUE = Permission("homes:issue:join", "并入共性问题", frozenset({Role.PERSON}) | _OFFICE)
VIEW_ISSUE = Permission("homes:issue:view", "查看共性问题", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
VIEW_DEFECT_BOARD = Permission("homes:board:view", "查看报修看板", _OFFICE | OFFICERS)
READ_PROMISE = Permission("homes:promise:read", "查看建设单位的维修公示", public=True)
OPEN_INSPECTION = Permission(
    "homes:inspection:open", "开检查表", frozenset({Role.PERSON}) | _OFFICE, real_name=True
)
# The builder's inspector is whom the sheet names, an owner their own: "self" reaches both.
INSPECT = Permission(
    "homes:inspection:inspect", "填检查表", frozenset({Role.PERSON}) | _OFFICE, real_name=True
)
SIGN_INSPECTION = Permission("homes:inspection:sign", "分户验收签字", _OFFICE, real_name=True)
VIEW_INSPECTION = Permission(
    "homes:inspection:view", "查看检查表", frozenset({Role.PERSON}) | _OFFICE | OFFICERS
)
TELL_FACTS = Permission("homes:fact:tell", "公开材料、工艺、验收、服务资料", _OFFICE)
