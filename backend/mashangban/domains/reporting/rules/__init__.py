"""Pure decisions about reports."""
