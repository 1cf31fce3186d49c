"""What stands for a name."""

from desk_client.i18n.bidi import without_marks


def monogram(name: str) -> str:
    """Return the letter that stands for a person or an office where there is no picture.

    The definite article is passed over: "الأمير" gives أ.
    """
    words = without_marks(name).split()
    if not words:
        return ""
    first = words[0]
    article = "ال"
    return (first.removeprefix(article) or first)[0].upper()
