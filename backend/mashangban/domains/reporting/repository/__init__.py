"""Every query, conditional write and transaction of the reporting table."""
