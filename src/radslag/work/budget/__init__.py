"""What the cooperation costs and how its members share it."""
