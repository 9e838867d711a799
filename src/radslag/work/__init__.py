"""What they have agreed to do, and how it goes."""
