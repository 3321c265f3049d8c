"""Who left the platform for good (个人信息保护法 Art. 47): which answers they got is kept no longer."""

from mashangban.domains.answers.repository import receivers


def forget(person_id: str) -> None:
    """Take a person out of everything here. Questions are kept without who asked. Told twice, it changes nothing."""
    receivers.forget(person_id)
