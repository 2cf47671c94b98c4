"""One verb a file: read, decide, write, in one transaction; views read. Nothing here knows of a terminal or a clock."""
