"""The own gatherings as a feed."""
