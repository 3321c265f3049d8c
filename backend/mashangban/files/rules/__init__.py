"""Pure decisions about files: names, content, uploads."""
