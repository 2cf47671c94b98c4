"""How what the desk keeps, decides and lists is shown."""
