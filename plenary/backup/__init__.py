"""`plenary backup` and `plenary restore`: all that an installation keeps, as it stood at one moment, in a directory.

files      one process: the log, the stores, the mails, the files and the key, while it runs or stands
composed   the volumes of a project of Docker Compose, while its containers stand
manifest   what a backup says of itself; written last, so what has none is no backup
"""
