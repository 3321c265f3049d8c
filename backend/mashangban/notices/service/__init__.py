"""Acts of notices: the inbox of a person, telling, and sending."""
