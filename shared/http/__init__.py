"""HTTP for the services: what a route declares and asks for. The app is made by `shared.http.app.create_app`."""

from shared.http.access import accepts, declared_routes, linked, may, public
from shared.http.ask import Caller, Do, Documents, Form, View, answer, is_known, matches
from shared.http.paging import Paging
from shared.http.route import Routes

__all__ = [
    "Caller",
    "Do",
    "Documents",
    "Form",
    "Paging",
    "Routes",
    "View",
    "accepts",
    "answer",
    "declared_routes",
    "is_known",
    "linked",
    "matches",
    "may",
    "public",
]
