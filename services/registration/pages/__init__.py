"""The pages of registration, without scripts: for everybody, and for who has the link in a mail."""

from services.registration.pages import personal, public

ROUTERS = [public.routes, personal.routes]

__all__ = ["ROUTERS"]
