"""How fast Rådslag is, as ratios and seconds in one run."""
