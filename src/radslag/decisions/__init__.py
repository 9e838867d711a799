"""How they agree."""
