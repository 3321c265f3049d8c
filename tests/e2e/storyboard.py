"""`python -m tests.e2e.storyboard FOLDER`: the README's one picture, four screens of the story side by side."""

import sys
from pathlib import Path

from PIL import Image

SCREENS = ("team-card", "plain-words", "signature", "sealed")
WIDTH, GAP, PAPER = 390, 24, "#eef1f6"


def lay_out(folder: Path) -> Path:
    """Read the screens the story test left in the folder and write story.png beside them."""
    screens = [Image.open(folder / f"{name}.png").convert("RGB") for name in SCREENS]
    fitted = [
        one.resize((WIDTH, round(one.height * WIDTH / one.width)), Image.Resampling.LANCZOS)
        for one in screens
    ]
    height = max(one.height for one in fitted)
    sheet = Image.new("RGB", ((WIDTH + GAP) * len(fitted) + GAP, height + 2 * GAP), PAPER)
    for place, one in enumerate(fitted):
        sheet.paste(one, (GAP + place * (WIDTH + GAP), GAP))
    target = folder / "story.png"
    sheet.save(target, optimize=True)
    return target


if __name__ == "__main__":
    print(lay_out(Path(sys.argv[1])))
