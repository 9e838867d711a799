"""Coming in, and changing how one does."""
