"""The acts around claims."""
