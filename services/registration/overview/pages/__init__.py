"""The pages of the overview: the form of a gathering, where it stands, and those of an edition."""
