"""What people wrote with the steps of a defect and of an issue that many share."""

from mashangban.domains.homes.models import DefectWordsRecord
from mashangban.kernel.words import Words

_WORDS = Words(DefectWordsRecord)
keep, of = _WORDS.keep, _WORDS.of
