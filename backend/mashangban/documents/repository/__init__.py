"""Every read and write of the documents service: its table and its objects."""
