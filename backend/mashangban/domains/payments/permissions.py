"""Who may do what around cards, accounts and payments."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_SIGNERS = frozenset({Role.OPERATOR, Role.ENTERPRISE_ADMIN, Role.PROJECT_MANAGER})

OWN_CARD = Permission("payments:payee:own", "登记本人银行卡", frozenset({Role.PERSON}), real_name=True)
OWN_TRANSFERS = Permission("payments:transfer:own", "查看本人到账", frozenset({Role.PERSON}), real_name=True)
VIEW_PAYEES = Permission("payments:payee:list", "查看工人收款情况", _OFFICE | OFFICERS)
VIEW_ACCOUNT = Permission("payments:account:view", "查看工资专户", _OFFICE | OFFICERS)
OPEN_ACCOUNT = Permission("payments:account:open", "登记工资专户", _SIGNERS)
REFRESH = Permission("payments:account:refresh", "查余额、对账、重新付款", _OFFICE | OFFICERS)
ANNOUNCE_CLOSING = Permission("payments:account:announce", "公示注销专户", _SIGNERS)
CLOSE_ACCOUNT = Permission("payments:account:close", "注销工资专户", OFFICERS)
SETTLE_DIFFERENCE = Permission("payments:difference:settle", "说明对账差异", _SIGNERS | OFFICERS)
VIEW_DEPOSITS = Permission("payments:deposit:view", "查看保证金", _OFFICE | OFFICERS)
KEEP_DEPOSIT = Permission("payments:deposit:keep", "登记保证金和担保", _SIGNERS | {Role.COUNTY_OFFICER})
RELEASE_DEPOSIT = Permission("payments:deposit:release", "退还保证金", OFFICERS)
VIEW_BOARD = Permission("payments:board:view", "查看工资支付看板", OFFICERS | {Role.PLATFORM_ADMIN})
BANK_TELLS = Permission("payments:bank:callback", "银行通知", public=True)
