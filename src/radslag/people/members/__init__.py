"""Cooperations, their member municipalities, and how many live there."""
