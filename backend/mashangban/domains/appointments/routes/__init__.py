"""The API of appointments: halls for everybody, bookings for their person, the desk for a hall's people."""

from mashangban.domains.appointments.routes import bookings, desk, halls

blueprints = (halls.api, bookings.api, desk.api)
