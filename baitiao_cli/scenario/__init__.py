"""Scripted histories: read from TOML, played with a clock of their own, compared with what they expect, recorded."""
