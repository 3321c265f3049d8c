"""Outside systems that claims speak to."""
