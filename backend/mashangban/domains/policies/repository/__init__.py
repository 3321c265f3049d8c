"""Every query, conditional write and transaction of the policies table."""
