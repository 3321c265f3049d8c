"""Who may do what around remote help: a person lets somebody look at a form, an officer looks and proposes."""

from mashangban.kernel.permissions import Permission, Role

SHARE = Permission("assistance:sharing:offer", "请工作人员看着自己填表，随时停止", frozenset({Role.PERSON}))
ASSIST = Permission(
    "assistance:sharing:assist",
    "凭本人给的号码看正在填的表，提出建议",
    frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER}),
)
