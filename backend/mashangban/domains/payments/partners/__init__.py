"""The bank that keeps wage accounts, behind its port."""
