"""The rules of a cooperation, in plain Python: nothing here needs a framework or a database."""
