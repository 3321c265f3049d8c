"""Every query, conditional write and transaction of the answers table."""
