"""The claims function: the API of claims, budget lines and publicity."""

from mashangban.domains.claims import routes
from mashangban.kernel.http import App

handler = App("claims", *routes.blueprints)
