"""What a matter's month at a hall came to. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Bookings made, visits done, missed and given back, walk-ins; and who went online instead."""

    matter: str
    booked: int = 0
    walked_in: int = 0
    done: int = 0
    missed: int = 0
    cancelled: int = 0
    online: int = 0

    @property
    def online_percent(self) -> int | None:
        """Of those who could have come, how many went online: None while there was nobody."""
        all_ = self.booked + self.online
        return round(100 * self.online / all_) if all_ else None
