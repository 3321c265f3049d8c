"""One function an act: the person's, the helper's, the clock's."""
