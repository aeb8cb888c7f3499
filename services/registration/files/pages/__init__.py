"""Files that come as parts of a form: `form` reads one, `parts` cuts its body."""
