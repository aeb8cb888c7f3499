"""The store in production: MongoDB, through motor or PyMongo's own async API."""
