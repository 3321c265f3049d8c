"""Every query, conditional write and transaction of the workers table."""
