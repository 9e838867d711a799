"""Rådslag runs an inter-municipal cooperation, from its programme to its annual report."""

__version__ = "0.1.0"
