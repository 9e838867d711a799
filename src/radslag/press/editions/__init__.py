"""Composes what is stored into documents, takes documents in, and freezes what is decided."""
