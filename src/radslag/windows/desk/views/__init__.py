"""Pages for those who work in a cooperation."""
