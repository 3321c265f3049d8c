"""Every query, conditional write and transaction of the homes table."""
