"""What the pages of a plan can say beyond what the frame gives them."""
