"""Verbs of letters: written into the outbox, delivered from it, wished for or not.

They are the mechanics below the register and the mandate: whoever calls them has asked, and tells.
"""
