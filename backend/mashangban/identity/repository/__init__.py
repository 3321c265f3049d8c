"""Every read and write of the identity table."""
