"""Who may do what around arrears. An employer's people never hold `complaint:view`: what they see is another view."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_HANDLERS = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

VIEW_PAY = Permission("arrears:pay:view", "查看工资到账情况", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
LIST_LATE = Permission("arrears:pay:list", "查看欠薪预警", _OFFICE | OFFICERS)
ANSWER_WARNING = Permission("arrears:pay:answer", "答复欠薪预警", _OFFICE)
COMPLAIN = Permission("arrears:complaint:open", "投诉欠薪", frozenset({Role.PERSON}), real_name=True)
RESPOND = Permission(
    "arrears:complaint:respond", "答复和结束自己的投诉", frozenset({Role.PERSON}), real_name=True
)
VIEW_COMPLAINT = Permission("arrears:complaint:view", "查看投诉", frozenset({Role.PERSON}) | OFFICERS)
LIST_COMPLAINTS = Permission("arrears:complaint:list", "查看辖区投诉", OFFICERS)
HANDLE = Permission("arrears:complaint:handle", "受理和处理投诉", _HANDLERS)
ANSWER_COMPLAINT = Permission("arrears:complaint:answer", "单位答复投诉", _OFFICE)
VIEW_BOARD = Permission("arrears:board:view", "查看欠薪看板", OFFICERS | {Role.PLATFORM_ADMIN})
