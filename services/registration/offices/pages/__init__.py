"""The pages of offices: those of a body, one of them with who held it, and their forms. Without scripts."""
