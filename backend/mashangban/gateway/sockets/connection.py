"""One open connection and what holds for it: 128 KB a message, ten minutes of silence, two hours in all."""

import asyncio
import time
from dataclasses import dataclass, field

from mashangban.gateway.receiving import Receive, Send

MESSAGE_LIMIT = 128 * 1024
IDLE_S = 10 * 60.0
LIFE_S = 2 * 60 * 60.0
_GOING_AWAY, _TOO_BIG = 1001, 1009  # RFC 6455, section 7.4.1


@dataclass(slots=True)
class Connection:
    """A connection by its id; `spoke_at` is when either side said something."""

    id: str
    send: Send
    began_at: float = field(default_factory=time.monotonic)
    spoke_at: float = field(default_factory=time.monotonic)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def say(self, text: str) -> None:
        """Send a message; messages leave in the order of these calls."""
        async with self._one_at_a_time:
            await self.send({"type": "websocket.send", "text": text})
        self.spoke_at = time.monotonic()

    async def close(self, code: int = _GOING_AWAY) -> None:
        """End it from this side."""
        async with self._one_at_a_time:
            await self.send({"type": "websocket.close", "code": code})

    async def heard(self, receive: Receive) -> str | None:
        """The next message; None once the connection is over, ended by the other side or by a limit."""
        while True:
            left = self._left()
            if left <= 0:
                await self.close()
                return None
            try:
                message = await asyncio.wait_for(receive(), left)
            except TimeoutError:
                continue
            if message["type"] != "websocket.receive":
                return None
            self.spoke_at = time.monotonic()
            return await self._read(
                message.get("text") or (message.get("bytes") or b"").decode("utf-8", "replace")
            )

    async def _read(self, text: str) -> str | None:
        if len(text.encode()) <= MESSAGE_LIMIT:
            return text
        await self.close(_TOO_BIG)
        return None

    def _left(self) -> float:
        return min(self.spoke_at + IDLE_S, self.began_at + LIFE_S) - time.monotonic()
