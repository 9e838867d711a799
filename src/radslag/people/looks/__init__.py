"""How a cooperation looks: its name, its colour and its emblem."""
