"""The policies function: API of policies and of the facts they ask for, and the pages of the offices."""

from mashangban.domains.policies import routes
from mashangban.kernel.http import App

handler = App("policies", *routes.blueprints, pages="mashangban.domains.policies.console")
