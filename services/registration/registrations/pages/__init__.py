"""The pages of registrations, without scripts: the form of a gathering, for everybody, and the personal page, for who has the
link in the mail or is signed in."""

from services.registration.registrations.pages import details, form, listing, mine, personal

ROUTERS = (form.routes, personal.routes, details.routes, listing.routes, mine.routes)
