"""The layouts of the touch keyboard, as data."""

from dataclasses import dataclass
from enum import Enum, auto


class Page(Enum):
    """What the keyboard shows."""

    ARABIC = auto()
    ENGLISH = auto()
    SYMBOLS = auto()


class Function(Enum):
    """A key that types no letter."""

    SHIFT = auto()
    BACKSPACE = auto()
    SPACE = auto()
    ENTER = auto()
    LANGUAGE = auto()
    SYMBOLS = auto()
    HIDE = auto()


@dataclass(frozen=True)
class Key:
    """A key: what it types, plain and shifted, or what it does; its width in units of a letter key."""

    plain: str = ""
    shifted: str = ""
    function: Function | None = None
    units: float = 1.0

    def typed(self, *, is_shifted: bool) -> str:
        """Return the text that the key types."""
        return self.shifted if is_shifted and self.shifted else self.plain

    def variants(self, *, is_shifted: bool) -> tuple[str, ...]:
        """Return what it offers while it is held; capitals where it types one."""
        offered = VARIANTS.get(self.plain, "")
        return tuple((offered.upper() if is_shifted and self.shifted == self.plain.upper() else offered).split())


def _row(plain: str, shifted: str = "") -> tuple[Key, ...]:
    upper = shifted.split() if shifted else [""] * len(plain.split())
    return tuple(Key(low, high) for low, high in zip(plain.split(), upper, strict=True))


_BACKSPACE = Key(function=Function.BACKSPACE, units=1.5)
_SHIFT = Key(function=Function.SHIFT, units=1.5)


def _last_row(comma: str, full_stop: str) -> tuple[Key, ...]:
    return (
        Key(function=Function.SYMBOLS, units=1.5),
        Key(function=Function.LANGUAGE, units=1.5),
        Key(comma),
        Key(function=Function.SPACE, units=4.5),
        Key(full_stop),
        Key(function=Function.ENTER, units=1.5),
        Key(function=Function.HIDE, units=1.0),
    )


# The order of the keys is that of the keyboards sold here; lam-alef (لا) is one key that types two letters.
_ARABIC = (
    (*_row("ض ص ث ق ف غ ع ه خ ح ج د", "َ ً ُ ٌ ﻹ إ ’ ÷ × ؛ < >"),),
    (*_row("ش س ي ب ل ا ت ن م ك ط ذ", 'ِ ٍ ] [ ﻷ أ ـ ، / : " ّ'),),
    (_SHIFT, *_row("ئ ء ؤ ر لا ى ة و ز ظ", "~ ْ } { ﻵ آ ’ , . ؟"), _BACKSPACE),
    _last_row("،", "."),
)
_ENGLISH = (
    (*_row("q w e r t y u i o p", "Q W E R T Y U I O P"),),
    (*_row("a s d f g h j k l", "A S D F G H J K L"),),
    (_SHIFT, *_row("z x c v b n m", "Z X C V B N M"), _BACKSPACE),
    _last_row(",", "."),
)
_SYMBOLS = (
    (*_row("1 2 3 4 5 6 7 8 9 0"),),
    (*_row("@ # % & * - + ( ) /"),),
    (*_row("؟ ! ، ؛ : _ = \" ' ?"), _BACKSPACE),
    _last_row(",", "."),
)

# The letter forms that Unicode keeps for old systems stand on the caps only; what is typed is the letters themselves.
TYPED_INSTEAD = {"ﻹ": "لإ", "ﻷ": "لأ", "ﻵ": "لآ"}

VARIANTS = {
    "ا": "أ إ آ ٱ",
    "ب": "پ",
    "ت": "ٹ",
    "ج": "چ",
    "د": "ڈ",
    "ر": "ڑ",
    "ز": "ژ",
    "ك": "گ ک",
    "ن": "ں",
    "ه": "ہ ھ",
    "ي": "ی ے",
    "a": "à á â ä",
    "c": "ç",
    "e": "è é ê ë",
    "i": "ì í î ï",
    "n": "ñ",
    "o": "ò ó ô ö",
    "u": "ù ú û ü",
}
"""What a letter's key offers while it is held, and no other key has: the forms of alef, Urdu's letters, accents."""

LAYOUTS: dict[Page, tuple[tuple[Key, ...], ...]] = {
    Page.ARABIC: _ARABIC,
    Page.ENGLISH: _ENGLISH,
    Page.SYMBOLS: _SYMBOLS,
}
