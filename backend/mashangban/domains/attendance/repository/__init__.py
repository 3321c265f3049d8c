"""Every query and transaction of attendance."""
