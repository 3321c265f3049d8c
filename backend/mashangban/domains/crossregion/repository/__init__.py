"""Every query and transaction of alliances and items."""
