"""Plain pages for the developer; every value is escaped."""

from pathlib import Path

import jinja2

_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
)


def render(template: str, **values: object) -> str:
    """Fill a template of this folder."""
    return _environment.get_template(template).render(**values)
