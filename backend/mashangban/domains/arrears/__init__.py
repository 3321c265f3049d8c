"""Arrears: a clock that knows each pay day and tells on those who let it pass."""
