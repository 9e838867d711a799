"""The page frame and its components, with no word of the domain."""
