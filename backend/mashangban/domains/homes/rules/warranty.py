"""What the warranty table says of a defect: until when, who repairs, by which article. Pure; the table is data."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.homes.terms import HANDOVER_RULE, QUALITY_40, QUALITY_41, Category, Cover, Item
from mashangban.kernel.clock import corresponding_day

_HEATING_STARTS, _HEATING_ENDS = (11, 15), (3, 15)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `checked` is False for what was not read in the official text."""

    item: Item
    article: str
    years: int = 0
    seasons: int = 0
    source: str = QUALITY_40
    checked: bool = True
    since: date = date(2000, 1, 30)
    until: date | None = None


TABLE = (
    # The article says 设计文件规定的合理使用年限; 50 years is what an ordinary building is designed for.
    Row(
        Item.STRUCTURE,
        "建设工程质量管理条例第四十条第一项",
        years=50,
        source="设计文件规定的合理使用年限；普通房屋按50年估算（待核）",
        checked=False,
    ),
    Row(Item.WATERPROOF, "建设工程质量管理条例第四十条第二项", years=5),
    Row(Item.HEATING, "建设工程质量管理条例第四十条第三项", seasons=2),
    Row(Item.FITTINGS, "建设工程质量管理条例第四十条第四项", years=2),
)


@dataclass(frozen=True, slots=True)
class Warranty:
    """The answer. `from_day` is the day that gives the home's side the longer period, `basis` says which it is."""

    cover: Cover
    item: Item
    until: date | None = None
    from_day: date | None = None
    article: str = ""
    source: str = ""
    basis: str = ""
    checked: bool = True

    @property
    def sentence(self) -> str:
        """For the person who reports."""
        match self.cover:
            case Cover.IN:
                return f"{self.item.label}保修到{_words(self.until)}，现在在保修期内。"
            case Cover.OUT:
                return f"{self.item.label}的保修期到{_words(self.until)}为止，已经过了。"
            case Cover.BY_CONTRACT:
                return "这一项的保修期由合同和质量保证书约定，请对照您手里的两书。"
            case _:
                return "还没有登记验收或交付日期，先报修，日期由建设单位补登。"

    @property
    def payer(self) -> str:
        """Who pays, as far as the table can tell."""
        match self.cover:
            case Cover.IN:
                return f"您不用付钱：由建设单位负责修，施工单位承担保修义务。依据：{QUALITY_41}"
            case Cover.OUT:
                return "保修期外的维修费用由您和维修单位商定；质量问题仍可请监管部门认定。"
            case _:
                return "谁付钱要看合同、质量保证书和起算日期。"


def warranty_of(
    category: Category, accepted_on: date | None, handed_over_on: date | None, on: date
) -> Warranty:
    """What covers a defect of a category that is reported on a day.

    Art. 40 counts from the acceptance; a buyer's period counts from the handover. The later end holds for the buyer.
    """
    return covered(category.item, accepted_on, handed_over_on, on)


def covered(item: Item, accepted_on: date | None, handed_over_on: date | None, on: date) -> Warranty:
    """What covers one line of the table on a day."""
    if item is Item.BY_CONTRACT:
        return Warranty(Cover.BY_CONTRACT, item)
    starts = [
        (day, basis)
        for day, basis in ((accepted_on, QUALITY_40), (handed_over_on, HANDOVER_RULE))
        if day is not None
    ]
    if not starts:
        return Warranty(Cover.UNKNOWN, item)
    from_day, basis = max(starts)
    row = row_of(item, accepted_on or from_day)
    if row is None:
        return Warranty(Cover.BY_CONTRACT, item)
    until = _until(row, from_day)
    cover = Cover.IN if on <= until else Cover.OUT
    checked = row.checked and basis is QUALITY_40
    return Warranty(cover, item, until, from_day, row.article, row.source, basis, checked)


def row_of(item: Item, on: date) -> Row | None:
    """The line in force on the day of the acceptance."""
    for row in TABLE:
        if row.item is item and row.since <= on and (row.until is None or on <= row.until):
            return row
    return None


def _until(row: Row, start: date) -> date:
    return _seasons_later(start, row.seasons) if row.seasons else corresponding_day(start, 12 * row.years)


def _seasons_later(start: date, seasons: int) -> date:
    """The end of the last whole heating season: one that had begun already is not counted against the buyer (ours)."""
    first = start.year if start <= date(start.year, *_HEATING_STARTS) else start.year + 1
    return date(first + seasons, *_HEATING_ENDS)


def _words(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
