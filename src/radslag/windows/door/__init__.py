"""The door: how one comes in, and what one's own sign-in looks like."""
