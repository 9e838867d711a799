"""Composes reminders and digests, each in its reader's language, and takes what is answered by a link."""
