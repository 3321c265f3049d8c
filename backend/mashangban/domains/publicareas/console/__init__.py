"""The pages of public areas for offices and regulators."""

from mashangban.domains.publicareas.console import faults

blueprints = (faults.pages,)
