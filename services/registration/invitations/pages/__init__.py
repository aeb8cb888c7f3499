"""The pages of invitations: where they are answered, and where the secretariat sends them."""

from services.registration.invitations.pages import answering, office

ROUTERS = (office.routes, answering.routes)
