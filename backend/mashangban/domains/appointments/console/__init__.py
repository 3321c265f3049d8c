"""The pages of appointments: a hall's day, one visit, and the halls themselves."""

from mashangban.domains.appointments.console import cards, halls, kiosks, visits

blueprints = (visits.pages, halls.pages, cards.pages, kiosks.pages)
