"""What an office changes of a record, whichever register it stands in."""

from collections.abc import Mapping

from mashangban.kernel.errors import FieldError
from mashangban.registry import errors
from mashangban.registry.rules.merge import Clash, merge
from mashangban.registry.rules.records import Enterprise, Project
from mashangban.registry.terms import Source

Record = Enterprise | Project


def office_changes(
    before: Record, wanted: Record, authority: Mapping[str, Source], labels: Mapping[str, str]
) -> list[str]:
    """The fields an office may and does change. Raises DecidedElsewhere for those another system decides."""
    held, offered = before.fields(), wanted.fields()
    weighed = merge(held, before.sources, offered, Source.OFFICE, authority)
    if weighed.clashes:
        raise errors.DecidedElsewhere(errors=[_locked(clash, labels) for clash in weighed.clashes])
    return [name for name in offered if offered[name] != held[name]]


def _locked(clash: Clash, labels: Mapping[str, str]) -> FieldError:
    label = labels.get(clash.field, clash.field)
    return FieldError(clash.field, f"{label}以“{clash.held_source.label}”为准，请在那里更正")
