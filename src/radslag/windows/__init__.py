"""What each sees."""
