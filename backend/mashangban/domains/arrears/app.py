"""The arrears function: `mashangban.domains.arrears.app.handler`."""

from mashangban.kernel.http import App

handler = App("arrears")
