"""The API of appointments: halls for everybody, bookings for their person, the desk for a hall's people, its kiosks."""

from mashangban.domains.appointments.routes import bookings, desk, halls, kiosks

blueprints = (halls.api, bookings.api, desk.api, kiosks.api)
