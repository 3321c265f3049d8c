"""The payments function: `mashangban.domains.payments.app.handler`."""

from mashangban.kernel.http import App

handler = App("payments")
