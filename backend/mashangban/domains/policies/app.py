"""The policies function: API of policies and of the facts they ask for."""

from mashangban.domains.policies import routes
from mashangban.kernel.http import App

handler = App("policies", *routes.blueprints)
