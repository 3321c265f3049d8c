"""The claims function: the API of claims, budget lines and publicity, and the pages of the offices."""

from mashangban.domains.claims import routes
from mashangban.kernel.http import App

handler = App("claims", *routes.blueprints, pages="mashangban.domains.claims.console")
