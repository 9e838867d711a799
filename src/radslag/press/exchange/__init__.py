"""One adapter module per foreign format, reading or writing plan documents."""
