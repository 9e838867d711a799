"""When the bodies meet, and what they have decided."""
