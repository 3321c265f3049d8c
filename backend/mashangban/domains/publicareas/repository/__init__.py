"""Every query, conditional write and transaction of the publicareas table."""
