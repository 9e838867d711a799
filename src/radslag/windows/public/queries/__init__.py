"""What the public pages show, asked for once a page."""
