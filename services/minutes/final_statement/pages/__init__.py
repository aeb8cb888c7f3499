"""The pages of a final statement: where it is written, amended and adopted, and where everybody reads it."""

from services.minutes.final_statement.pages import amendment, desk, paragraph, public

ROUTERS = (desk.routes, paragraph.routes, amendment.routes, public.routes)
