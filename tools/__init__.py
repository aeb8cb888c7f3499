"""What writes generated files: documents, schemas, samples. Nothing that runs imports it."""
