"""How answers look: one neutral document, shown as Rich tables, plain text, CSV or JSON, in two languages."""
