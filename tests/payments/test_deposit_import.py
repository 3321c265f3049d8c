"""Deposits from a sheet: every row or none, every mistake named, the same file once."""

import datetime as dt
import io
from collections.abc import Sequence

import openpyxl
import pytest

from mashangban.domains.payments import errors, schemas
from mashangban.domains.payments.rules.deposit_sheet import COLUMNS, MOST_ROWS
from mashangban.domains.payments.service import deposit_imports, deposits
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry
from tests.files import samples
from tests.payments.conftest import Works, act, person
from tests.workers.office import Office, office_of

HOME = "/console/payments/deposits"
HEAD = [label for name, label in COLUMNS.items() if name != "project"]


def code(works: Works) -> str:
    return registry.project(works.project.id).code


def day(days: int) -> str:
    return (clock.local_date(clock.now()) + dt.timedelta(days=days)).isoformat()


def sheet(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> bytes:
    """A file nobody sent before: its second sheet says which."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(list(head))
    for row in rows:
        book.active.append(list(row))
    book.create_sheet(ids.new_id()[:31])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def stored(works: Works, **changes: object) -> list[object]:
    row: dict[str, object] = {
        "code": code(works), "kind": "工资保证金", "price": 9_000_000, "permit_on": day(-10), "factor": "",
        "form": "银行保函", "amount": "270000", "issuer": "建设银行", "number": "BH-1", "valid_until": day(400),
    }  # fmt: skip
    return list((row | changes).values())


def owed(works: Works, **changes: object) -> list[object]:
    return stored(works, form="", amount="", issuer="", number="", valid_until="", **changes)


def bring(works: Works, content: bytes) -> schemas.DepositImportView:
    return deposit_imports.bring_in(act(works.office), "保证金.xlsx", content)


def kept(works: Works) -> dict[str, str]:
    found = deposits.of_project(act(works.office), works.project.id)
    return {one.kind.value: one.state_label for one in found}


def said(view: schemas.DepositImportView) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.message) for one in view.errors]


def test_a_good_sheet_is_entered_whole_with_its_clocks(works: Works) -> None:
    done = bring(works, sheet([stored(works), owed(works, kind="工程款支付担保")]))
    assert (done.rows, done.errors) == (2, [])
    assert kept(works) == {"wages": "有效", "payment": "还没有存"}
    wages, payment = (
        deposits.show(act(works.office), f"{works.project.id}.{kind}") for kind in ("wages", "payment")
    )
    assert (wages.required_fen, wages.amount_fen, wages.number) == (27_000_000, 27_000_000, "BH-1")
    assert wages.deadline is not None
    assert payment.deadline is not None
    assert deposit_imports.show(works.office, done.id) == done


def test_one_wrong_row_keeps_the_whole_sheet_out(works: Works) -> None:
    done = bring(works, sheet([stored(works), owed(works, kind="押金")]))
    assert said(done) == [(3, "种类", "“押金”不在可选的里面：工资保证金、工程款支付担保")]
    assert (done.rows, kept(works)) == (0, {})


def test_a_formula_that_does_not_say_where_it_stands_keeps_the_sheet_out(works: Works) -> None:
    done = bring(works, samples.without_places(sheet([stored(works, price="=9000000")])))
    assert (0, "", "有公式，请改成数字或文字再上传") in said(done)
    assert (done.rows, kept(works)) == (0, {})


@pytest.mark.parametrize(
    ("changes", "column", "message"),
    [
        ({"code": ""}, "项目代码", "没有填"),
        ({"code": "2103-330106-04-01-999999"}, "项目代码", "没有这个项目，或者不归您办"),
        ({"price": "很多"}, "合同价（元）", "“很多”不是金额，请填数字，如 270000"),
        ({"permit_on": "去年"}, "施工许可日期", "“去年”不是日期，请填成 2026-11-02 这样"),
        ({"permit_on": "2026-02-30"}, "施工许可日期", "“2026-02-30”不是日期，请填成 2026-11-02 这样"),
        ({"permit_on": day(3)}, "施工许可日期", "施工许可日期不能在今天以后"),
        ({"amount": "269999.99"}, "已存（元）", "低于应存的270,000元"),
        ({"valid_until": day(-1)}, "有效期到", "有效期已经过了"),
        ({"valid_until": ""}, "有效期到", "没有填"),
        ({"issuer": ""}, "开具单位", "没有填"),
        ({"issuer": "银\u202e行"}, "开具单位", "有看不见的控制字符，请重新输入"),
        ({"amount": "=1+1"}, "", "有公式，请改成数字或文字再上传"),
        ({"factor": "圣人"}, "企业记录", None),
    ],
)
def test_each_mistake_is_named_at_its_place(
    works: Works, changes: dict[str, object], column: str, message: str | None
) -> None:
    done = bring(works, sheet([stored(works, **changes)]))
    ((row, where, words),) = said(done)
    assert (row, where) == (2, column)
    assert message is None or words == message
    assert kept(works) == {}


def test_what_is_entered_already_or_twice_is_refused(works: Works) -> None:
    twice = bring(works, sheet([stored(works), stored(works, number="BH-2")]))
    assert [one.message for one in twice.errors] == ["这个项目的工资保证金在文件里出现了2次"] * 2
    bring(works, sheet([stored(works)]))
    again = bring(works, sheet([stored(works)]))
    assert [one.message for one in again.errors] == ["这个项目的工资保证金已经登记过，请在登记簿里办理"]


def test_the_same_file_is_recognised_and_a_refused_one_may_come_again(works: Works) -> None:
    content = sheet([stored(works)])
    bring(works, content)
    with pytest.raises(errors.SheetAlreadyIn):
        bring(works, content)
    wrong = sheet([stored(works, kind="")])
    assert len(bring(works, wrong).errors) == len(bring(works, wrong).errors) == 1


def test_somebody_elses_project_and_somebody_elses_sheet_are_out_of_reach(works: Works) -> None:
    other = Works(works.bank)
    done = bring(works, sheet([stored(other)]))
    assert [one.message for one in done.errors] == ["没有这个项目，或者不归您办"]
    for stranger in (other.office, person((Role.ENTERPRISE_ADMIN, "org:somebody"))):
        with pytest.raises(NotFound):
            deposit_imports.show(stranger, done.id)


def test_a_sheet_that_cannot_be_read_says_so(works: Works) -> None:
    with pytest.raises(errors.SheetEmpty):
        bring(works, b"")
    with pytest.raises(errors.SheetTooLarge):
        bring(works, b"x" * 1_000_001)
    many = bring(works, sheet([stored(works)] * (MOST_ROWS + 1)))
    assert many.errors[0].message == f"一次最多 {MOST_ROWS} 行，请分成几个文件"
    assert bring(works, sheet([])).errors[0].message == "表头下面没有内容"
    headless = bring(works, sheet([stored(works)], ["甲", "乙"]))
    assert {one.column for one in headless.errors} == {"项目代码", "种类", "合同价（元）", "施工许可日期"}


def test_the_largest_sheet_still_fits_one_transaction(works: Works) -> None:
    """Fifteen projects of one contractor, both securities of each."""
    desk, party = works.desk, {"enterprise_id": works.contractor.id, "kind": "16"}
    from tests.registry.conftest import project_code, project_form

    made = [
        desk.project(**project_form(code=project_code(works.county), county=works.county, parties=[party]))
        for _ in range(MOST_ROWS // 2)
    ]
    rows = [
        owed(works, code=one.code, kind=kind) for one in made for kind in ("工资保证金", "工程款支付担保")
    ]
    assert bring(works, sheet(rows)).rows == MOST_ROWS
    assert {len(deposits.of_project(act(works.office), one.id)) for one in made} == {2}


def test_the_console_gives_a_template_takes_it_back_and_shows_what_is_wrong(works: Works) -> None:
    window = office_of(works.office)
    opened = window.get(f"{HOME}/imports/new")
    assert "下载模板" in opened.html
    assert f"{HOME}/imports/new" in window.get(HOME).html
    book = openpyxl.load_workbook(io.BytesIO(deposit_imports.template(works.office)))
    assert book.active is not None
    head, first = list(book.active.iter_rows(values_only=True))[:2]
    assert head[:3] == ("项目代码*", "项目名称", "种类*")
    assert first[:3] == (code(works), works.project.name, "工资保证金")
    wrong = _sent(window, sheet([stored(works, amount="1")]))
    assert "什么都没有登记" in window.get(f"{HOME}/imports/{wrong}").html
    assert window.get(f"{HOME}/imports/{wrong}/errors").status == 200
    good = _sent(window, sheet([stored(works)]))
    assert "什么都没有登记" not in window.get(f"{HOME}/imports/{good}").html
    assert "有效" in window.get(HOME).html


def _sent(window: Office, content: bytes) -> str:
    """Send a file as the page does; gives the import's id."""
    opened = window.get(f"{HOME}/imports/new")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": "deposits.xlsx",
        "accept": "application/json",
    }
    sent = window.send("POST", f"{HOME}/imports", content, headers)
    assert sent.status == 201, sent.html
    return sent.html.partition('"id":"')[2].partition('"')[0]
