"""The pages of the overview: the form of a gathering, and where it stands."""
