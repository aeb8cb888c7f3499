"""Exports: how any text of the record is written for a word processor, for a plain reader, or as a page that stands alone."""

from shared.flow import Subject

SUBJECT = Subject()
