"""Pure decisions of the documents service and the values they are about."""
