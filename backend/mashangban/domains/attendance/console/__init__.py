"""The attendance pages of the console: board, projects, months and days, devices."""

from mashangban.domains.attendance.console import board, days, devices, projects

blueprints = (board.pages, projects.pages, days.pages, devices.pages)
