"""Draw every screen in each language, theme and size, and lay the pictures out on contact sheets.

python installer/screenshots.py --out screenshots [--only NAME] [--lang ar] [--theme dark] [--size 1280x800]
    [--text largest]

In `sheets/` there is one contact sheet a screen, in every look, and in `sheets/looks/` one a look, with every screen.
`--only` takes the beginning of a name; it and the others may be repeated. `--lang x` is the pseudo-language, which
shows what was never translated and what does not fit. Texts are of the usual size unless `--text` says otherwise, or
`all`. Without a screen a virtual one is started.
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
SMALL_THUMB_PX = 320
IN_A_ROW = 8
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
        text = "" if self.text == TEXTS[0] else f"-{self.text}"
        return f"{self.language}-{self.theme}-{self.size}{text}"


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
        looks = len(asked.theme) * len(asked.size) * len(asked.text)
        count = sum(len(_spoken(one, asked.lang)) for one in chosen) * looks
        done = 0
        by_look: dict[str, list[tuple[Shot, Path]]] = {}
        for one in chosen:
            drawn: list[tuple[Shot, Path]] = []
            each_look = itertools.product(_spoken(one, asked.lang), asked.theme, asked.text, asked.size)
            for language, theme, text, size in each_look:
                shot = Shot(one, language, theme, size, text, asked.within_reach)
                drawn.append((shot, _draw(app, look, shot, asked.out)))
                by_look.setdefault(shot.title, []).append(drawn[-1])
                done += 1
                print(f"\r{done}/{count} {one.name} {shot.title:<32}", end="", flush=True)
            _contact_sheet(drawn, asked.out / "sheets" / f"{one.name}.png")
        for title, shots in by_look.items():
            _overview(shots, asked.out / "sheets" / "looks" / f"{title}.png")
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
    parser.add_argument("--text", action="append", choices=(*TEXTS, "all"), help="how large texts are")
    parser.add_argument("--within-reach", action="store_true", help="everything further down, as a visitor may wish")
    asked = parser.parse_args()
    asked.lang = asked.lang or list(LANGUAGES[:-1])
    asked.theme = asked.theme or list(THEMES)
    asked.size = asked.size or list(SIZES)
    asked.text = list(TEXTS) if asked.text and "all" in asked.text else asked.text or [TEXTS[0]]
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
    rows = [[(shot.title, file) for shot, file in drawn if shot.size == size] for size in SIZES]
    _lay_out([row for row in rows if row], THUMB_PX, path)


def _overview(drawn: list[tuple[Shot, Path]], path: Path) -> None:
    """Lay all screens in one look out in rows, so that what does not belong among them stands out."""
    named = [(shot.screen.name, file) for shot, file in drawn]
    _lay_out([named[at : at + IN_A_ROW] for at in range(0, len(named), IN_A_ROW)], SMALL_THUMB_PX, path)


def _lay_out(rows: list[list[tuple[str, Path]]], width_px: int, path: Path) -> None:
    """Write pictures, each below its caption, as small as `width_px`, into one file."""
    thumbs: list[list[tuple[str, Image.Image]]] = []
    for row in rows:
        thumbs.append([])
        for caption, file in row:
            with Image.open(file) as picture:
                height = round(width_px * picture.height / picture.width)
                thumb = picture.convert("RGB").resize((width_px, height), Image.Resampling.LANCZOS)
            thumbs[-1].append((caption, thumb))
    heights = [max(thumb.height for _, thumb in row) + CAPTION_PX + MARGIN_PX for row in thumbs]
    width = max(len(row) for row in thumbs) * (width_px + MARGIN_PX) + MARGIN_PX
    sheet = Image.new("RGB", (width, sum(heights) + MARGIN_PX), "#808080")
    pen = ImageDraw.Draw(sheet)
    top = MARGIN_PX
    for line, line_height in zip(thumbs, heights, strict=True):
        for column, (caption, thumb) in enumerate(line):
            left = MARGIN_PX + column * (width_px + MARGIN_PX)
            pen.text((left, top), caption, fill="white")
            sheet.paste(thumb, (left, top + CAPTION_PX))
        top += line_height
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


if __name__ == "__main__":
    raise SystemExit(main())
