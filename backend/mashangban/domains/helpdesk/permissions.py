"""Who may do what around tickets. An officer acts only from a post of a department (`service/access.py`)."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_STAFF = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

ASK = Permission("helpdesk:ticket:ask", "提问、求助和投诉", frozenset({Role.PERSON}))
VIEW = Permission("helpdesk:ticket:view", "查看与自己有关的提问", frozenset({Role.PERSON}) | OFFICERS)
LIST = Permission("helpdesk:ticket:list", "查看部门和辖区的提问", OFFICERS)
ANSWER = Permission("helpdesk:ticket:answer", "办理和答复提问", _STAFF)
SUPERVISE = Permission("helpdesk:ticket:supervise", "督办提问和差评", _STAFF)
KEEP = Permission("helpdesk:department:keep", "设置接件部门和岗位", _STAFF)
FIND = Permission("helpdesk:department:find", "查看接件部门和时限", public=True)
FIGURES = Permission("helpdesk:figures:view", "查看办理数字", OFFICERS)
TALK = Permission("helpdesk:conversation:open", "和工作人员在线对话", frozenset({Role.PERSON}))
SAY = Permission("helpdesk:conversation:say", "在自己有份的对话里说话", frozenset({Role.PERSON}) | _STAFF)
READ = Permission("helpdesk:conversation:read", "查看与自己有关的对话", frozenset({Role.PERSON}) | OFFICERS)
ROSTER = Permission("helpdesk:roster:view", "查看值班表和替班", _STAFF)
SERVE = Permission("helpdesk:conversation:serve", "在线接待", _STAFF)
QUEUES = Permission("helpdesk:conversation:watch", "查看在线接待的排队和在岗", OFFICERS)
