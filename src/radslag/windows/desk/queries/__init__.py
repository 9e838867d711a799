"""What those who work in a cooperation see, asked for once a page: each answer is a template's context."""
