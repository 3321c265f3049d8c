"""Storage of files: items in the files table, bytes in the object store."""
