"""The doors of attendance: parse, call one service function, shape."""

from mashangban.domains.attendance.routes import days, devices, teams

blueprints = (devices.api, teams.api, days.api)
