"""Wire shapes of bulk imports."""

from typing import Literal

from mashangban.domains.answers.schemas import Region
from mashangban.imports.schemas import Filename
from mashangban.kernel.http.schemas import ListQuery, Schema


class AnswerSheetQuery(Schema):
    """What the sheet holds: pairs, or words and what they are to each other."""

    kind: Literal["pairs", "words"] = "pairs"


class AnswerImportQuery(AnswerSheetQuery):
    """What the posted file holds, for which region's office it is, its name. Words are a province's."""

    region: Region = ""
    filename: Filename = ""


class AnswerImportsQuery(ListQuery):
    region: Region = ""
