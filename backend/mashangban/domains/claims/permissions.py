"""Who may do what around claims. An enterprise's own people claim; offices of the policy's region decide."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

OFFICE = frozenset({Role.ENTERPRISE_ADMIN, Role.OPERATOR})

CLAIM = Permission("claims:claim:make", "替本企业申报、补正、撤回", OFFICE)
VIEW = Permission("claims:claim:view", "查看申报的办理", OFFICE | OFFICERS)
REVIEW = Permission("claims:claim:review", "受理、审核、要求补正", OFFICERS)
APPROVE = Permission("claims:claim:approve", "批准申报", OFFICERS)
KEEP_BUDGET = Permission("claims:budget:keep", "登记和追加预算", OFFICERS)
VIEW_BUDGET = Permission("claims:budget:view", "查看预算使用", OFFICERS)
CLAW_BACK = Permission("claims:claim:claw-back", "追回已拨付的资金", OFFICERS)
RECONCILE = Permission(
    "claims:treasury:reconcile", "与国库对账", frozenset({Role.PROVINCE_OFFICER, Role.PLATFORM_ADMIN})
)
SUPERVISE = Permission("claims:fuse:release", "查看熔断、解除熔断", OFFICERS)
SET_FUSES = Permission("claims:fuse:set", "设定本省熔断的数值", frozenset({Role.PROVINCE_OFFICER}))
INSPECT = Permission("claims:inspection:make", "检查已拨付的申报", OFFICERS)
MEND = Permission("claims:evaluation:mend", "查看评价、整改差评", OFFICERS)
TREASURY_TELLS = Permission("claims:treasury:callback", "国库通知", public=True)
OBJECT = Permission("claims:publicity:object", "对公示提异议", frozenset({Role.PERSON}), real_name=True)
READ_PUBLICITY = Permission("claims:publicity:read", "查看公示", public=True)
