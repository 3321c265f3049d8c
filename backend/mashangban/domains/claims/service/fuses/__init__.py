"""The acts of the fuse: looking, tripping, refusing, releasing, setting its figures."""
