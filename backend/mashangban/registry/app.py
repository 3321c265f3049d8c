"""The registry function."""

from mashangban.kernel.http import App
from mashangban.registry.routes import blueprints
from mashangban.registry.sheets import XLSX

handler = App("registry", *blueprints)
handler.api.binary_types.append(XLSX)
