"""The arrears function: API and console pages of expected pay and complaints."""

from mashangban.domains.arrears import console, routes
from mashangban.kernel.http import App

handler = App("arrears", *routes.blueprints, *console.blueprints)
