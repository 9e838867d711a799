"""Conferences, planned and past."""
