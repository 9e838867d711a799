"""Verbs of plans and activities: stored whole from a document, or changed bit by bit."""
