"""What the pages of the door hand to their script."""
