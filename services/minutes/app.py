"""What minutes is: its documents, what it hears, and its doors."""

from services.minutes.handlers import MIRRORS, ON
from services.minutes.model import Decision, Minutes
from services.minutes.pages import pages
from services.minutes.routes import routes
from shared.flow import Definition

DEFINITION = Definition(name="minutes", kinds=(Minutes, Decision), mirrors=MIRRORS, on=ON)

routers = [routes, pages]
