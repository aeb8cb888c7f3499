"""The pages of letters of credentials: those for a gathering, a new one, and one with what becomes of it. Without scripts."""
