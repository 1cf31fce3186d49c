"""Direction marks that keep numbers and names in order when scripts of both directions meet (Unicode UAX #9)."""

import unicodedata

RLM = "\u200f"
LRM = "\u200e"
_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def isolated(code: str) -> str:
    """Wrap an ID, a phone number or a code, so that it reads from left to right whatever stands around it.

    What is empty stays so: marks alone are not seen, and would pass for something.
    """
    return f"{_LEFT_TO_RIGHT_ISOLATE}{code}{_POP_ISOLATE}" if code else ""


def embedded(text: str) -> str:
    """Wrap words of unknown direction, such as a person's name, so that they do not reorder the sentence around.

    What is empty stays so.
    """
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if text else ""


def file_name(name: str) -> str:
    """Show a file's name in its own direction, its ending after a number that it ends with, and not before it."""
    stem, dot, ending = name.rpartition(".")
    mark = LRM if stem[-1:].isdigit() else ""
    return embedded(f"{stem}{mark}{dot}{ending}")


def written(text: str) -> str:
    """Wrap what a person wrote, line by line, so that each keeps its own language's direction and full stop."""
    return "\n".join(embedded(line) for line in text.splitlines())


def without_marks(text: str) -> str:
    """Return `text` without any direction mark: for comparing, and for what is spoken."""
    return text.translate(_MARKS)


def runs_right_to_left(text: str) -> bool | None:
    """Tell the direction of the first strong letter outside isolates, or None where there is none (UAX #9, P2)."""
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return kind != "L"
    return None


def directed(text: str, *, right_to_left: bool) -> str:
    """Return `text` with a leading mark where its own first letter would give it another base direction than asked."""
    if not text or runs_right_to_left(text) is right_to_left:
        return text
    return f"{RLM if right_to_left else LRM}{text}"
