"""The yearly operational plan and its activities."""
