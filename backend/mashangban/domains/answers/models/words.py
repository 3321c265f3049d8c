"""Links of the word graph."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.answers.models.pairs import AnswersRecord
from mashangban.domains.answers.terms.words import Relation
from mashangban.kernel.attributes import EnumAttribute


class WordRecord(AnswersRecord, discriminator="word"):
    """A link. PK ANSWERWORD#id, SK WORD; GSI1 WORDS-FROM#word / other; GSI2 WORDS-TO#other / word; GSI3 WORDS / at."""

    id = UnicodeAttribute()
    word = UnicodeAttribute()
    other = UnicodeAttribute()
    relation = EnumAttribute(Relation)
    weight = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()
