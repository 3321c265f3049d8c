"""Every query and transaction of claims."""
