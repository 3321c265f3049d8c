"""The acts of matters."""
