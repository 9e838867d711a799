"""What templates can say beyond what Django gives them."""
