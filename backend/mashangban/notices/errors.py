"""What can go wrong with notices."""

from mashangban.kernel.errors import Conflict


class AlreadyTold(Conflict):
    """Not shown to anyone: the same notice was delivered before."""

    code = "notices.already-told"
    title = "这条消息已经发过"


class UnknownTemplate(ValueError):
    """A room asked for a kind without words and brought none of its own."""
