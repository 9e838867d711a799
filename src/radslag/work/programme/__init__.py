"""The development programme: vision, overall goal, focus areas, sub-goals."""
