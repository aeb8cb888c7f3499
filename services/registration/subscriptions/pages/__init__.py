"""Pages of subscriptions: to the own gatherings, and to reports by mail."""

from services.registration.subscriptions.pages import calendar, reports

ROUTERS = (calendar.routes, reports.routes)
