"""A payroll of any length as an XLSX file."""

import io
import zipfile
from collections.abc import Sequence

from mashangban.domains.wages.rules.uploads import COLUMNS

HEAD = [
    COLUMNS[n] for n in ("number", "name", "month", "quantity", "rate", "overtime", "deduction", "advance")
]


def written_by_hand(numbers: Sequence[str]) -> bytes:
    """An XLSX file as a payroll program writes it: no library is quick enough to be waited for here. Days, names and
    what comes beside the days differ from row to row.
    """

    def cells(at: int, values: list[object]) -> str:
        made = (
            f'<c r="{chr(65 + n)}{at}"><v>{value}</v></c>'
            if isinstance(value, int | float)
            else f'<c r="{chr(65 + n)}{at}" t="inlineStr"><is><t>{value}</t></is></c>'
            for n, value in enumerate(values)
        )
        return f'<row r="{at}">{"".join(made)}</row>'

    rows = [
        cells(1, list(HEAD)),
        *(
            cells(
                n, [one, f"王{chr(0x5EFA + n % 97)}国", "", 15 + n % 31 / 2, 360, n % 7 * 50, "", n % 5 * 100]
            )
            for n, one in enumerate(numbers, 2)
        ),
    ]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="工资" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def due_fen(count: int, rate_yuan: int) -> int:
    """What the file's rows come to."""
    rows = range(2, count + 2)
    return sum((30 + n % 31) * rate_yuan * 50 + n % 7 * 5_000 - n % 5 * 10_000 for n in rows)
