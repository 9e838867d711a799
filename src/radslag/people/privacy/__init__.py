"""What is kept of people: what they may know of it, and when it is removed."""
