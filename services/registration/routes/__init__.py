"""The API of registration: parse, run, answer."""

from services.registration.routes import entries, gatherings, imports, people, registrations

ROUTERS = [gatherings.routes, entries.routes, people.routes, registrations.routes, imports.routes]

__all__ = ["ROUTERS"]
