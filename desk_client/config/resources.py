"""Where the files that ship with the program lie: fonts, icons, translations, sounds, regions."""

import sys
from pathlib import Path


class ResourcesMissingError(FileNotFoundError):
    """The installation is damaged: nothing of what ships with the program was found."""


def resources_dir() -> Path:
    """Return the folder `resources/`.

    It is looked for in a bundle (beside the frozen program), in a wheel (inside the package) and in the source tree
    (beside the package), in this order.

    Raises:
        ResourcesMissingError: no such folder exists.
    """
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle) / "resources"] if bundle else []
    places += [package / "resources", package.parent / "resources"]
    for place in places:
        if (place / "fonts").is_dir():
            return place
    raise ResourcesMissingError(f"no resources folder in any of {[str(place) for place in places]}")


def resource(*parts: str) -> Path:
    """Return the path of one shipped file or folder, as in `resource("icons", "check.svg")`.

    Raises:
        ResourcesMissingError: it does not exist.
    """
    path = resources_dir().joinpath(*parts)
    if not path.exists():
        raise ResourcesMissingError(f"{path} is missing")
    return path
