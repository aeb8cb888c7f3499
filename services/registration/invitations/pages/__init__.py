"""The pages of invitations: where the secretariat sends them, and what a page shows on which one is answered.

The ways to that page are in `delegations`, which knows what became of those who come.
"""

from services.registration.invitations.pages import calendar, office

ROUTERS = (office.routes, calendar.routes)
