"""The wages function: `mashangban.domains.wages.app.handler`."""

from mashangban.kernel.http import App

handler = App("wages")
