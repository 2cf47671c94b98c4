"""Lessons: what each asks and shows, computed by the engine when it is played; no figure is typed in."""
