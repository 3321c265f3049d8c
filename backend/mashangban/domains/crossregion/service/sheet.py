"""A list of items as a sheet: the template, and a filled one read into the API's own shape."""

from collections.abc import Iterator

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.schemas.items import BatchForm, BatchView
from mashangban.domains.crossregion.service import batches
from mashangban.domains.crossregion.terms import MOST_FAULTS_SAID, MOST_POSTED, MOST_ROWS, Mode
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, FieldError
from mashangban.kernel.http.bodies import validated
from mashangban.registry import sheets
from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Cells, Layout, RowError

LAYOUT = Layout(
    columns={
        "code": "事项编码",
        "name": "事项名称",
        "modes": "办理方式",
        "zones": "参加地区代码",
        "papers": "材料",
        "days": "承诺工作日",
        "result": "结果名称",
    },
    required=("code", "name", "modes", "days", "result"),
)
_EXAMPLE = ("TB-001", "企业设立登记", "全程网办、代收代办", "", "登记申请书、住所证明", "3", "营业执照")
_WORDS = {mode.label: mode.value for mode in Mode}
_LISTS = ("modes", "zones", "papers")


def template() -> bytes:
    """An empty sheet with one line that shows how it is filled in; no zones named means all members."""
    return sheets.write(sheets.XLSX, columns.template_head(LAYOUT), [_EXAMPLE])


def add(act: Act, alliance_id: str, content: bytes) -> BatchView:
    """Enter a list from a file. Raises BatchWrong with the first lines that are wrong in its detail."""
    if len(content) > MOST_POSTED:
        raise _refused([RowError(0, "", "文件太大，请分成几个")])
    rows, wrong = sheets.filled_in(content, LAYOUT, MOST_ROWS)
    if wrong:
        raise _refused(wrong)
    lines = [number for number, _ in rows]
    try:
        given = validated(BatchForm, {"items": [dict(_fields(cells)) for _, cells in rows]})
        assert isinstance(given, BatchForm)
        return batches.add(act, alliance_id, given)
    except AppError as refused:
        if not refused.errors:
            raise
        raise _refused([_located(one, lines) for one in refused.errors]) from refused


def _fields(cells: Cells) -> Iterator[tuple[str, object]]:
    """Lists are written with 、 between; an empty cell is a field left out."""
    for name, text in cells.items():
        if name in _LISTS:
            parts = [part.strip() for part in text.replace("，", "、").replace(",", "、").split("、")]
            yield name, [_WORDS.get(part, part) for part in parts if part]
        elif text:
            yield name, text


def _located(one: FieldError, lines: list[int]) -> RowError:
    """`items.2.days` is a row of the file and a column of it."""
    parts = one.field.split(".")
    row = lines[int(parts[1])] if len(parts) > 1 and parts[1].isdecimal() else 0
    column = LAYOUT.columns.get(parts[2], "") if len(parts) > 2 else ""
    return RowError(row, column, one.message)


def _refused(wrong: list[RowError]) -> AppError:
    said = [
        "：".join(part for part in (f"第{one.row}行" if one.row else "", one.column, one.message) if part)
        for one in wrong[:MOST_FAULTS_SAID]
    ]
    more = f"；还有 {len(wrong) - MOST_FAULTS_SAID} 处" if len(wrong) > MOST_FAULTS_SAID else ""
    return errors.BatchWrong("；".join(said) + more)
