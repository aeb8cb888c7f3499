"""Registration: who is invited, who comes, who holds a seat."""
