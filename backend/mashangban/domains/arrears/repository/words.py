"""What people wrote with their acts."""

from mashangban.domains.arrears.models import WordsRecord
from mashangban.kernel.words import Words

_WORDS = Words(WordsRecord)
keep, of = _WORDS.keep, _WORDS.of
