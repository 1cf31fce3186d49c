"""Draw every screen in each language, theme and size, and lay the pictures of each screen out on a contact sheet.

python installer/screenshots.py --out screenshots [--only NAME] [--lang ar] [--theme dark] [--size 1280x800]

`--only` takes the beginning of a name and may be repeated. `--lang x` is the pseudo-language, which shows what was
never translated and what does not fit. Without a screen a virtual one is started.
"""

import argparse
import itertools
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageDraw  # noqa: E402 (after the path is set)

from tests.display import screen as virtual_screen  # noqa: E402 (after the path is set)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desk_client.ui.theme.appearance import Appearance, Look
    from tests.gallery.screens import Screen

LANGUAGES = ("ar", "en", "ur", "x")
"""The last is no language: see `translation.PseudoTranslator`."""
THEMES = ("light", "dark", "high-contrast")
TEXTS = ("normal", "large", "largest")
SIZES = ("1920x1080", "1280x800", "1080x1920")
THUMB_PX = 640
MARGIN_PX = 16
CAPTION_PX = 24
TURNS = 8
"""How often Qt's events are let through before a picture: a layout settles in a few rounds."""


@dataclass(frozen=True)
class Shot:
    """One picture to draw."""

    screen: "Screen"
    language: str
    theme: str
    size: str
    text: str = "normal"
    is_within_reach: bool = False

    @property
    def title(self) -> str:
        """What tells it from the others of its screen."""
        return f"{self.language}-{self.theme}-{self.size}"


def main() -> int:
    """Draw what the command line asks for."""
    asked = _asked()
    with virtual_screen():
        # Qt reads DISPLAY as it starts, so it is loaded only now.
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (see above)

        from desk_client.ui.theme.appearance import Appearance  # noqa: PLC0415 (see above)
        from tests.gallery.screens import SCREENS  # noqa: PLC0415 (see above)

        chosen = [one for one in SCREENS if not asked.only or one.name.startswith(tuple(asked.only))]
        if not chosen:
            print("no such screen; there are:", *(one.name for one in SCREENS), sep="\n  ")
            return 1
        app = QApplication([])
        look = Appearance(app)
        count = sum(len(_spoken(one, asked.lang)) for one in chosen) * len(asked.theme) * len(asked.size)
        done = 0
        for one in chosen:
            drawn: list[tuple[Shot, Path]] = []
            for language, theme, size in itertools.product(_spoken(one, asked.lang), asked.theme, asked.size):
                shot = Shot(one, language, theme, size, asked.text, asked.within_reach)
                drawn.append((shot, _draw(app, look, shot, asked.out)))
                done += 1
                print(f"\r{done}/{count} {one.name} {shot.title:<32}", end="", flush=True)
            _contact_sheet(drawn, asked.out / "sheets" / f"{one.name}.png")
        print(f"\r{done} pictures in {asked.out}{'':<40}")
        app.quit()
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--lang", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--size", action="append", choices=SIZES)
    parser.add_argument("--text", choices=TEXTS, default=TEXTS[0], help="how large texts are")
    parser.add_argument("--within-reach", action="store_true", help="everything further down, as a visitor may wish")
    asked = parser.parse_args()
    asked.lang = asked.lang or list(LANGUAGES[:-1])
    asked.theme = asked.theme or list(THEMES)
    asked.size = asked.size or list(SIZES)
    return asked


def _spoken(screen: "Screen", languages: list[str]) -> list[str]:
    """Those in which it is ever seen: Urdu is a kiosk's."""
    return [each for each in languages if each != "ur" or screen.name.startswith("kiosk-")]


def _look(shot: Shot) -> "Look":
    from desk_client.i18n.language import Language  # noqa: PLC0415 (loads nothing of Qt, but stands with its kin)
    from desk_client.ui.theme.appearance import Look  # noqa: PLC0415 (Qt is loaded once there is a screen)
    from desk_client.ui.theme.tokens import TextSize, Theme  # noqa: PLC0415 (the same)

    return Look(
        language=Language.ENGLISH if shot.language == "x" else Language(shot.language),
        theme=Theme(shot.theme),
        text_size=TextSize[shot.text.upper()],
        density=shot.screen.density,
        reduced_motion=True,
        is_within_reach=shot.is_within_reach,
        is_pseudo=shot.language == "x",
    )


def _draw(app: "QApplication", look: "Appearance", shot: Shot, out: Path) -> Path:
    from PySide6.QtCore import QEvent  # noqa: PLC0415 (Qt is loaded once there is a screen)

    width, height = (int(side) for side in shot.size.split("x"))
    look.set_look(_look(shot))
    widget = shot.screen.build(look)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    for _ in range(TURNS):
        app.processEvents()
    path = out / shot.screen.name / f"{shot.title}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = widget.grab()
    if not picture.save(str(path)):
        raise OSError(f"cannot write {path}")
    if (picture.width(), picture.height()) != (width, height):
        print(f"\n{shot.screen.name} {shot.title}: does not fit, it is {picture.width()}x{picture.height()}")
    widget.close()
    widget.deleteLater()
    # Without a running loop nobody deletes it, and each change of the look would restyle all that is left.
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def _contact_sheet(drawn: list[tuple[Shot, Path]], path: Path) -> None:
    """Lay all pictures of a screen out in rows by size, so that one look compares languages and themes."""
    rows = [[(shot, file) for shot, file in drawn if shot.size == size] for size in SIZES]
    rows = [row for row in rows if row]
    heights = [max(_thumb_height(shot) for shot, _ in row) + CAPTION_PX + MARGIN_PX for row in rows]
    width = max(len(row) for row in rows) * (THUMB_PX + MARGIN_PX) + MARGIN_PX
    sheet = Image.new("RGB", (width, sum(heights) + MARGIN_PX), "#808080")
    pen = ImageDraw.Draw(sheet)
    top = MARGIN_PX
    for row, height in zip(rows, heights, strict=True):
        for column, (shot, file) in enumerate(row):
            left = MARGIN_PX + column * (THUMB_PX + MARGIN_PX)
            pen.text((left, top), shot.title, fill="white")
            with Image.open(file) as picture:
                thumb = picture.convert("RGB").resize((THUMB_PX, _thumb_height(shot)), Image.Resampling.LANCZOS)
            sheet.paste(thumb, (left, top + CAPTION_PX))
        top += height
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


def _thumb_height(shot: Shot) -> int:
    width, height = (int(side) for side in shot.size.split("x"))
    return round(THUMB_PX * height / width)


if __name__ == "__main__":
    raise SystemExit(main())
