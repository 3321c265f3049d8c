"""The console function."""

from mashangban.console.routes import blueprints
from mashangban.kernel.http import App
from mashangban.registry.sheets import XLSX

handler = App("console", *blueprints)
handler.api.binary_types.append(XLSX)
