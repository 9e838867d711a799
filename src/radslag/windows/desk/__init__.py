"""What the signed-in see."""
