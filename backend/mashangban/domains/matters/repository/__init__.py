"""Every query and transaction of matters."""
