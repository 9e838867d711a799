"""Letters that go out, and what each person wishes to get."""
