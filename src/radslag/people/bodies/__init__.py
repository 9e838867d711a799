"""Committee, management group, networks and secretariat, and who sits in them."""
