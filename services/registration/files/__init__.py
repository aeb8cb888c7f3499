"""Files: what people bring as one. Kept outside documents, in a directory; bounded, and taken for what its bytes say that it is.

model     what a document knows of a file, and what is asked of one
content   what a file is, by its own bytes
named     the name that somebody gave it, made harmless
folder    the directory, and a file on its way into it
arriving  a body that takes long to come
api       a file as the body of a request, and how one is given out
pages     a file as part of a form
"""

from shared.flow import Subject

SUBJECT = Subject()
