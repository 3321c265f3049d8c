"""Wire shapes of bulk imports."""

from mashangban.domains.answers.schemas import Region
from mashangban.imports.schemas import Filename
from mashangban.kernel.http.schemas import ListQuery, Schema


class AnswerImportQuery(Schema):
    """For which region's office the posted file is, its name."""

    region: Region = ""
    filename: Filename = ""


class AnswerImportsQuery(ListQuery):
    region: Region = ""
