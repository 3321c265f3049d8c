"""Every query and transaction of arrears."""
