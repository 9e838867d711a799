"""Committee, management group, networks and secretariat, and who chairs them."""
