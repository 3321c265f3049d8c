"""What an office types into the form of a policy: the cells of a sheet and rows of examples, read as one edition."""

from mashangban.domains.policies.rules import policycells, policysheet, written
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.rules.values import WrongValue
from mashangban.domains.policies.schemas import EditionForm
from mashangban.domains.policies.service import cataloguing, drafting
from mashangban.domains.policies.service.trying import Typed
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.http.bodies import validated
from mashangban.registry.rules.columns import Cells


def edition_of(cells: Cells, examples: list[Typed]) -> EditionForm:
    """The edition that was typed. Raises Invalid with the field and what is wrong with it."""
    raw, refused = policysheet.read(cells, cataloguing.catalogue_of(""))
    wrong = [FieldError(one.name, one.why) for one in refused]
    cases = []
    for number, one in enumerate(examples):
        try:
            facts = written.example(one.facts, cataloguing.catalogue_of("", *written.pairs(one.facts)))
        except WrongValue as why:
            wrong.append(FieldError(f"case_facts_{number}", str(why)))
            continue
        cases.append({"name": one.name or one.expected.label, "facts": facts, "expected": one.expected.value})
    if wrong:
        raise Invalid(errors=wrong)
    raw = {name: value for name, value in raw.items() if name != "region"}
    form = validated(EditionForm, raw | {"cases": cases})
    assert isinstance(form, EditionForm)
    return form


def typed(region: str, form: EditionForm) -> tuple[Cells, list[Typed]]:
    """An edition as its form shows it."""
    one: Edition = drafting.edition_of(form)
    codes = [code for case in one.cases for code in case.facts]
    facts = cataloguing.catalogue_of("", one.award.base, *codes)
    examples = [Typed(case.name, written.line(case.facts, facts), case.expected) for case in one.cases]
    return policycells.cells(region, one, facts), examples
