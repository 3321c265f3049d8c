"""Every query, conditional write and transaction of the appointments table."""
