"""Geometry of what is drawn: plain Python in, numbers and SVG paths out; the templates only place them."""
