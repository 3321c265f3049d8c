"""The arrears function: API and console pages of expected pay and complaints."""

from mashangban.domains.arrears import routes
from mashangban.kernel.http import App

handler = App("arrears", *routes.blueprints, pages="mashangban.domains.arrears.console")
