"""Every query and conditional write of pay tables and lines."""
