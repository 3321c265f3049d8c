"""What other rooms read of the registers. Acts that only our own doors do (imports, exports, boards ...) are not here:
every function of every room would load them at its start.

`project`, `projects`, `project_names`, `projects_of`, `enterprise` and `enterprises` answer without asking who reads:
the permission of the caller's own act decides.
"""

from mashangban.registry.service.credit import credit_facts, record_fact
from mashangban.registry.service.enterprises import (
    change_enterprise,
    enterprise,
    enterprise_by_code,
    enterprise_history,
    enterprises,
    enterprises_by_codes,
    list_enterprises,
    register_enterprise,
    view_enterprise,
)
from mashangban.registry.service.projects import (
    change_project,
    list_projects,
    project,
    project_history,
    project_names,
    projects,
    projects_of,
    register_project,
    view_project,
)

__all__ = [
    "change_enterprise",
    "change_project",
    "credit_facts",
    "enterprise",
    "enterprise_by_code",
    "enterprise_history",
    "enterprises",
    "enterprises_by_codes",
    "list_enterprises",
    "list_projects",
    "project",
    "project_history",
    "project_names",
    "projects",
    "projects_of",
    "record_fact",
    "register_enterprise",
    "register_project",
    "view_enterprise",
    "view_project",
]
