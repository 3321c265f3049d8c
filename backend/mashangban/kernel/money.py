"""Money is integer fen; only its wording lives here."""


def yuan(fen: int) -> str:
    """`12345678` fen -> `123,456.78元`; whole yuan are shown without decimals."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), 100)
    return f"{sign}{whole:,}{f'.{rest:02d}' if rest else ''}元"
