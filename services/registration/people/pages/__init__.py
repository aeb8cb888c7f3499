"""The pages of people: their entries, and the posts that they held."""
