"""Every query, conditional write and transaction of the guides table."""
