"""What the registers do, one verb-named function per act. Other rooms read through these.

`project`, `projects`, `projects_of`, `enterprise` and `enterprises` answer without asking who reads: the permission
of the caller's own act decides.
"""

from mashangban.registry.service.boards import count_project, project_board
from mashangban.registry.service.conflicts import list_conflicts, settle_conflict, view_conflict
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
from mashangban.registry.service.exports import export_enterprises, export_projects
from mashangban.registry.service.imports import (
    cancel_import,
    confirm_import,
    error_sheet,
    import_errors,
    list_imports,
    start_import,
    template_sheet,
    view_import,
)
from mashangban.registry.service.persons import find_person, list_persons, record_person, view_person
from mashangban.registry.service.projects import (
    change_project,
    list_projects,
    project,
    project_history,
    projects,
    projects_of,
    register_project,
    view_project,
)
from mashangban.registry.service.regions import region_tree

__all__ = [
    "cancel_import",
    "change_enterprise",
    "change_project",
    "confirm_import",
    "count_project",
    "credit_facts",
    "enterprise",
    "enterprise_by_code",
    "enterprise_history",
    "enterprises",
    "enterprises_by_codes",
    "error_sheet",
    "export_enterprises",
    "export_projects",
    "find_person",
    "import_errors",
    "list_conflicts",
    "list_enterprises",
    "list_imports",
    "list_persons",
    "list_projects",
    "project",
    "project_board",
    "project_history",
    "projects",
    "projects_of",
    "record_fact",
    "record_person",
    "region_tree",
    "register_enterprise",
    "register_project",
    "settle_conflict",
    "start_import",
    "template_sheet",
    "view_conflict",
    "view_enterprise",
    "view_import",
    "view_person",
    "view_project",
]
