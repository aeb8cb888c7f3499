"""The secretariat's pages of registrations: the list, and registering somebody."""

from services.registration.roster.pages import behalf, lists

ROUTERS = (behalf.routes, lists.routes)
