"""The pages of invitations: where they are answered, and where the secretariat sends them."""

from services.registration.invitations.pages import answering, calendar, office, table

ROUTERS = (office.routes, calendar.routes, table.routes, answering.routes)
