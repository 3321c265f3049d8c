"""Workers 建筑工人保障在线: teams and their codes, labour contracts, and what follows from them."""
