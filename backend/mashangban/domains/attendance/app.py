"""The attendance function: `mashangban.domains.attendance.app.handler`."""

from mashangban.kernel.http import App

handler = App("attendance")
