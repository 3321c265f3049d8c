"""How personal data is shown: enough to recognise one's own, too little to use."""


def mask_name(name: str) -> str:
    """王* , 王*明, 欧**明: the ends stay, in a two-character name only the first."""
    if len(name) <= 2:
        return name[:1] + "*" * (len(name) - 1)
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_phone(phone: str) -> str:
    """139****0001."""
    return phone[:3] + "*" * max(0, len(phone) - 7) + phone[-4:]


def mask_citizen_id(number: str) -> str:
    """330***********1234: neither birthday nor sequence."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def mask_bank_card(number: str) -> str:
    """Last four digits only."""
    return "**** " + number[-4:]


def mask_uscc(number: str) -> str:
    """9133**********058B; the code is public, but lists need not print it in full."""
    return number[:4] + "*" * (len(number) - 8) + number[-4:]
