"""What authors, askers and the clock do around answers, one verb a function."""
