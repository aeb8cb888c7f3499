"""The API of registration: parse, run, answer."""

from services.registration.routes import entries, gatherings, imports, people, registrations

# FastAPI looks through them in this order: what is asked most stands first.
ROUTERS = [registrations.routes, entries.routes, gatherings.routes, people.routes, imports.routes]

__all__ = ["ROUTERS"]
