"""The function behind /v1/files."""

from mashangban.files import routes
from mashangban.kernel.http import App

handler = App("files", routes.api)
