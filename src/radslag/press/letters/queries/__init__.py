"""What letters say, to whom, and what their links mean."""
