"""Texts of the desk, a module a topic."""
