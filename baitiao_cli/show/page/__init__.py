"""Pages to hand over: a document as one HTML file that loads nothing and runs nothing."""
