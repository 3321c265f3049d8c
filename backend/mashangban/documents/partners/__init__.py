"""Systems outside that documents speak to."""
