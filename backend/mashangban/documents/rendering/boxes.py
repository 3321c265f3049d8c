"""Where a signature goes on a page; light enough for every part of the house."""

from dataclasses import dataclass

from mashangban.documents.rendering.vectors import POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Page from 1, corners in points from the lower left of the page."""

    name: str
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width_mm(self) -> float:
        return (self.right - self.left) / POINTS_PER_MM

    @property
    def height_mm(self) -> float:
        return (self.top - self.bottom) / POINTS_PER_MM
