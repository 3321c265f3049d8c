"""A place among the words of a condition, with the limits on how deep and how large a condition may grow."""

from mashangban.domains.policies.rules.conditions.reading import Kind, Token, Unreadable
from mashangban.domains.policies.rules.conditions.tree import Literal, Span
from mashangban.domains.policies.terms import DEEPEST, MOST_NODES


class Cursor:
    """Walks over the words once."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0
        self.nodes = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.place]

    def code(self) -> str:
        token = self.here
        if token.kind is not Kind.CODE:
            raise Unreadable("这里要写指标代码", token.span)
        self.place += 1
        return token.text

    def literal(self) -> Literal:
        found = self.listed()
        self.count(found.span, found.span)
        return found

    def listed(self) -> Literal:
        token = self.here
        if token.kind is not Kind.LITERAL or token.value is None or token.type is None:
            raise Unreadable("这里要写一个具体的值", token.span)
        self.place += 1
        return Literal(token.value, token.type, token.span)

    def take(self, kind: Kind, text: str) -> bool:
        if self.here.kind is kind and self.here.text == text:
            self.place += 1
            return True
        return False

    def expect(self, sign: str) -> None:
        if not self.take(Kind.SIGN, sign):
            raise Unreadable(f"这里少了“{sign}”", self.here.span)

    def enter(self, token: Token) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(f"套得太深，最多 {DEEPEST} 层", token.span)

    @property
    def behind(self) -> Span:
        return self.tokens[self.place - 1].span

    def since(self, start: Token) -> Span:
        return self.count(start.span, self.behind)

    def count(self, first: Span, last: Span) -> Span:
        """The span of one part more; too many are refused."""
        self.nodes += 1
        span = Span(first.start, last.end)
        if self.nodes > MOST_NODES:
            raise Unreadable(f"条件太大，最多 {MOST_NODES} 个部分，请拆成几条", span)
        return span
