"""Words of policies, once; numbers marked ours are this platform's own."""

from enum import StrEnum


class Answer(StrEnum):
    """What a condition says of an enterprise. Not known is an answer of its own (Kleene), never a no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return {"yes": "符合", "no": "不符合", "unknown": "还不能判断"}[self.value]


class FactType(StrEnum):
    """What a fact is. Money is integer fen, a number is exact; an enumeration is one of declared words."""

    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    BOOLEAN = "boolean"
    ENUMERATION = "enumeration"
    TEXT = "text"
    GROUP = "group"

    @property
    def label(self) -> str:
        return _FACT_TYPES[self]


_FACT_TYPES = {
    FactType.NUMBER: "数字",
    FactType.MONEY: "金额",
    FactType.DATE: "日期",
    FactType.BOOLEAN: "是或否",
    FactType.ENUMERATION: "选项",
    FactType.TEXT: "代码",
    FactType.GROUP: "多条记录",
}


class Access(StrEnum):
    """Who may see a fact besides its department and the enterprise's own office."""

    OPEN = "open"
    OFFICES = "offices"
    OWNER = "owner"

    @property
    def label(self) -> str:
        return {"open": "公开", "offices": "各部门可用", "owner": "只有数据部门可看"}[self.value]


class Unit(StrEnum):
    """What a date is moved by."""

    DAYS = "days"
    WORKDAYS = "workdays"
    MONTHS = "months"
    YEARS = "years"

    @property
    def label(self) -> str:
        return {"days": "天", "workdays": "个工作日", "months": "个月", "years": "年"}[self.value]


class Operator(StrEnum):
    """How two values are compared."""

    EQUAL = "="
    OTHER = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    @property
    def opposite(self) -> "Operator":
        """What holds where this one does not."""
        return _OPPOSITES[self]

    @property
    def mirrored(self) -> "Operator":
        """The same with its sides exchanged."""
        return _MIRRORED.get(self, self)


_OPPOSITES = {
    Operator.EQUAL: Operator.OTHER,
    Operator.OTHER: Operator.EQUAL,
    Operator.LESS: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.LESS,
    Operator.MORE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.MORE,
}
_MIRRORED = {
    Operator.LESS: Operator.MORE,
    Operator.MORE: Operator.LESS,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.AT_MOST,
}


class Fold(StrEnum):
    """What is made of a repeated fact."""

    COUNT = "count"
    SUM = "sum"
    MAX = "max"
    MIN = "min"


class Over(StrEnum):
    """How many records of a repeated fact must meet a condition."""

    ANY = "any"
    ALL = "all"


# Limits of a condition (ours): longer ones are split into clauses a person can read.
MOST_CHARACTERS = 4_000
MOST_NODES = 200
DEEPEST = 12
MOST_OPTIONS = 200
MOST_DIGITS = 15
MOST_SHIFT = {Unit.DAYS: 36_500, Unit.WORKDAYS: 2_500, Unit.MONTHS: 1_200, Unit.YEARS: 100}
