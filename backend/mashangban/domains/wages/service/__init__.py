"""Acts on pay tables and lines."""
