"""Charts: what is drawn of rows, told in words, and drawn twice: as SVG on a page, as blocks in a terminal."""
