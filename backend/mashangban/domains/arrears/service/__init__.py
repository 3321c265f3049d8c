"""What arrears does: hearing, escalating, complaining, handling, answering, showing."""
