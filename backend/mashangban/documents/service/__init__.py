"""Acts of the documents service. Printing and sealing load typst and pyHanko; the others don't."""
