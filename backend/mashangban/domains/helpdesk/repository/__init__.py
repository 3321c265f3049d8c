"""Every query and transaction of the helpdesk table."""
