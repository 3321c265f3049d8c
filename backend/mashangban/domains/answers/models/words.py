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


class WordNameRecord(AnswersRecord, discriminator="word_name"):
    """A link under each of its two words, found by how a word begins. PK ANSWERWORDNAMES, SK word#other."""

    link_id = UnicodeAttribute()
