"""Who may do what, where. Deny by default; roles are held within a scope and scopes reach over places."""

from dataclasses import dataclass, field
from enum import StrEnum

from mashangban.kernel.errors import Forbidden, NotFound


class Role(StrEnum):
    """Everything a person can be."""

    PERSON = "person"
    FOREMAN = "foreman"
    LABOUR_CLERK = "labour_clerk"
    PROJECT_MANAGER = "project_manager"
    OPERATOR = "operator"
    ENTERPRISE_ADMIN = "enterprise_admin"
    COUNTY_OFFICER = "county_officer"
    CITY_OFFICER = "city_officer"
    PROVINCE_OFFICER = "province_officer"
    PLATFORM_ADMIN = "platform_admin"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        """What screens show."""
        return _LABELS[self]


_LABELS = {
    Role.PERSON: "本人",
    Role.FOREMAN: "班组长",
    Role.LABOUR_CLERK: "劳资专管员",
    Role.PROJECT_MANAGER: "项目负责人",
    Role.OPERATOR: "用印经办人",
    Role.ENTERPRISE_ADMIN: "企业管理员",
    Role.COUNTY_OFFICER: "县区监管",
    Role.CITY_OFFICER: "市级监管",
    Role.PROVINCE_OFFICER: "省级监管",
    Role.PLATFORM_ADMIN: "平台管理员",
    Role.SYSTEM: "系统",
}
OFFICERS = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER})


@dataclass(frozen=True, slots=True)
class Permission:
    """`area:resource:action` and the roles that hold it. `label` is for the log and the role matrix.

    `public` needs no sign-in; `real_name` asks for a proven identity first.
    """

    name: str
    label: str
    roles: frozenset[Role] = frozenset()
    public: bool = False
    real_name: bool = False

    def __post_init__(self) -> None:
        if len(self.name.split(":")) != 3:
            raise ValueError(f"{self.name!r} is not area:resource:action")
        if self.public == bool(self.roles):
            raise ValueError(f"{self.name}: either public or held by roles")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: what scopes are compared with. `region` is the six-digit county code (GB/T 2260)."""

    region: str | None = None
    orgs: frozenset[str] = frozenset()
    project: str | None = None
    persons: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """The reach of one grant: `region:3301`, `org:<id>`, `project:<id>`, `self` or `*`."""

    kind: str
    value: str = ""

    @classmethod
    def parse(cls, text: str) -> "Scope":
        kind, _, value = text.partition(":")
        known = kind in {"self", "*"} if not value else kind in {"region", "org", "project"}
        if not known:
            raise ValueError(f"{text!r} is not a scope")
        return cls(kind, value)

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}" if self.value else self.kind

    def covers(self, place: Place, person_id: str) -> bool:
        match self.kind:
            case "*":
                return True
            case "region":
                return place.region is not None and place.region.startswith(self.value)
            case "org":
                return self.value in place.orgs
            case "project":
                return self.value == place.project
            case _:
                return person_id in place.persons


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held within a scope: `county_officer@region:330106`. Messages name by it whoever holds it."""

    role: Role
    scope: Scope

    @classmethod
    def parse(cls, text: str) -> "Grant":
        """Read it as messages carry it. Raises ValueError for what is none."""
        role, _, scope = text.partition("@")
        return cls(Role(role), Scope.parse(scope))

    def __str__(self) -> str:
        return f"{self.role}@{self.scope}"


_SELF = Grant(Role.PERSON, Scope("self"))


@dataclass(frozen=True, slots=True)
class Reach:
    """The scopes one person holds for one permission; repositories ask it before they hand anything out."""

    person_id: str
    scopes: tuple[Scope, ...]

    def covers(self, place: Place) -> bool:
        return any(scope.covers(place, self.person_id) for scope in self.scopes)

    def require(self, place: Place) -> None:
        """Raises NotFound for a thing beyond reach: whether it exists is nobody else's business."""
        if not self.covers(place):
            raise NotFound()

    def of(self, kind: str) -> tuple[str, ...]:
        """The values of the scopes of one kind, e.g. the projects a clerk serves."""
        return tuple(scope.value for scope in self.scopes if scope.kind == kind)

    @property
    def everywhere(self) -> bool:
        return any(scope.kind == "*" for scope in self.scopes)


@dataclass(frozen=True, slots=True)
class Principal:
    """The signed-in person (or the system itself) behind a call."""

    person_id: str
    session_id: str
    grants: tuple[Grant, ...] = ()
    real_name: bool = False
    label: str = field(default="", compare=False)

    def holds(self, permission: Permission) -> bool:
        return permission.public or any(grant.role in permission.roles for grant in self._all())

    def reach(self, permission: Permission) -> Reach:
        """Where this person holds the permission. Raises Forbidden when nowhere."""
        scopes = tuple(grant.scope for grant in self._all() if grant.role in permission.roles)
        if not scopes:
            raise Forbidden()
        return Reach(self.person_id, scopes)

    def role_for(self, permission: Permission, place: Place) -> Role:
        """The role this act is done in. Raises NotFound when no grant reaches the place."""
        for grant in self._all():
            if grant.role in permission.roles and grant.scope.covers(place, self.person_id):
                return grant.role
        raise NotFound()

    def _all(self) -> tuple[Grant, ...]:
        return (*self.grants, _SELF) if self.grants != (SYSTEM_GRANT,) else self.grants


SYSTEM_GRANT = Grant(Role.SYSTEM, Scope("*"))


def system(name: str) -> Principal:
    """The platform acting by itself (a clock, a listener); named in the log like any person."""
    return Principal(f"system:{name}", "", (SYSTEM_GRANT,), real_name=True, label="系统")


PUBLIC = Permission("kernel:anything:read", "公开", public=True)
