"""The pages of invitations: where they are answered, and where the secretariat sends them."""

from services.registration.invitations.pages import answering, calendar, from_file, office

ROUTERS = (office.routes, calendar.routes, from_file.routes, answering.routes)
