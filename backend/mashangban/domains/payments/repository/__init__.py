"""Every query and conditional write of the payments table."""
