"""Who is let in: those who are invited, and those whom a member municipality vouches for."""
