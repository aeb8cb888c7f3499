"""Pages of reports: for everybody at their permanent addresses, and where who keeps the record writes them."""

from services.minutes.reports.pages import public, writing

ROUTERS = (public.routes, writing.routes)
