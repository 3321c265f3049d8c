"""The acts between guides and matters."""
