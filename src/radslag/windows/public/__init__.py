"""What the world sees."""
