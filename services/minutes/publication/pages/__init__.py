"""The record at its permanent address and as a file, the list of what is published, and its feed."""

from services.minutes.publication.pages import files, record

ROUTERS = (files.routes, record.routes)
