"""Bulk import: what the columns mean, and what a whole file must satisfy before any of it counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.rules.columns import RowError, heading
from mashangban.registry.terms import (
    ENTERPRISE_LABELS,
    PROJECT_LABELS,
    ConflictState,
    ImportState,
    Register,
    Source,
)

CHUNK = 200
MAX_ERRORS = 500
MAX_BYTES = 4 * 1024 * 1024
_UNITS = {"owner": "建设单位代码", "contractor": "总承包单位代码", "supervisor": "监理单位代码"}

COLUMNS: Mapping[Register, dict[str, str]] = {
    Register.PROJECTS: {name: label for name, label in PROJECT_LABELS.items() if name != "parties"} | _UNITS,
    Register.ENTERPRISES: ENTERPRISE_LABELS,
}
REQUIRED: Mapping[Register, tuple[str, ...]] = {
    Register.PROJECTS: ("name", "county", "address"),
    Register.ENTERPRISES: ("name", "county", "legal_person"),
}
KEY: Mapping[Register, str] = {Register.PROJECTS: "code", Register.ENTERPRISES: "uscc"}
# How other systems call the same column.
_OTHER_NAMES: Mapping[Register, dict[str, str]] = {
    Register.PROJECTS: {
        **dict.fromkeys(("项目编号", "项目统一代码", "投资项目代码"), "code"),
        **dict.fromkeys(("工程名称", "名称"), "name"),
        **dict.fromkeys(("许可证号", "施工许可证编号"), "permit_number"),
        **dict.fromkeys(("县区", "所属区县", "行政区划"), "county"),
        **dict.fromkeys(("地址", "项目地址", "建设地点"), "address"),
        **dict.fromkeys(("状态",), "status"),
        **dict.fromkeys(("性质",), "nature"),
        **dict.fromkeys(("开工时间",), "starts_on"),
        **dict.fromkeys(("竣工日期", "计划竣工日期"), "ends_on"),
        **dict.fromkeys(("建设单位",), "owner"),
        **dict.fromkeys(("总承包单位", "施工单位"), "contractor"),
        **dict.fromkeys(("监理单位",), "supervisor"),
    },
    Register.ENTERPRISES: {
        **dict.fromkeys(("企业名称", "名称"), "name"),
        **dict.fromkeys(("信用代码", "社会信用代码"), "uscc"),
        **dict.fromkeys(("住所", "地址"), "address"),
        **dict.fromkeys(("法人", "法定代表人姓名"), "legal_person"),
        **dict.fromkeys(("状态", "经营状态"), "status"),
        **dict.fromkeys(("县区", "所在县区", "行政区划"), "county"),
    },
}


@dataclass(frozen=True, slots=True)
class Job:
    """A bulk import. `region` is what the importer may write to: a code's beginning, empty for everywhere.

    Its rows lie staged in `chunks` of CHUNK rows; `chunks_done` of them are written. Once it is activated its
    outcome is decided: whatever stops the writing, it goes on from there.
    """

    id: str
    register: Register
    source: Source
    filename: str
    sha256: str
    region: str
    person_id: str
    state: ImportState
    parts: int
    received_at: datetime
    rows: int = 0
    created: int = 0
    changed: int = 0
    clashes: int = 0
    errors: int = 0
    chunks: int = 0
    chunks_done: int = 0
    done: int = 0
    root: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("import", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region, persons=frozenset({self.person_id}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that disagree about one field, waiting for a person's decision."""

    id: str
    register: Register
    record_id: str
    record_name: str
    county: str
    field: str
    held: str
    held_source: Source
    offered: str
    offered_source: Source
    state: ConflictState
    at: datetime
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("conflict", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.county)


def columns_of(register: Register, head: Sequence[str]) -> dict[int, str]:
    """Which place of a row holds which field; unknown columns are left alone."""
    names = {heading(label): name for name, label in COLUMNS[register].items()} | _OTHER_NAMES[register]
    found: dict[int, str] = {}
    for place, title in enumerate(head):
        name = names.get(heading(title))
        if name and name not in found.values():
            found[place] = name
    return found


def repeated(keys: Sequence[tuple[int, str]]) -> list[RowError]:
    """Rows whose key stands twice in one file: which of them is meant nobody can know."""
    counts = Counter(key for _, key in keys)
    return [
        RowError(row, "", f"{key} 在文件里出现了 {counts[key]} 次") for row, key in keys if counts[key] > 1
    ]
