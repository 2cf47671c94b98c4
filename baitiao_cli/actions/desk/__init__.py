"""What the desk does: it reads folded accounts and its own facts, and records what it was told and what it decided."""
