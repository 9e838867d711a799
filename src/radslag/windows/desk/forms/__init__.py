"""What those who work in a cooperation fill in."""
