"""The reporting function: `mashangban.domains.reporting.app.handler`."""

from mashangban.kernel.http import App

handler = App("reporting")
