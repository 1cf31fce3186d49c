"""Documents made by hand for tests of what shows them: small, and as wrong as wanted."""

import io
from collections.abc import Sequence

import pikepdf
from PIL import Image

A4 = (595.0, 842.0)


def pdf(pages: int = 3, sizes: Sequence[tuple[float, float]] = (A4,), extra: str = "", stroke: str = "") -> bytes:
    """A PDF whose pages each bear their number and a red frame; sizes are taken in turn.

    `extra` is added to the catalogue, `stroke` to each page's drawing.
    """
    objects = [f"<</Type/Catalog/Pages 2 0 R{extra}>>"]
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(pages))
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {pages}>>")
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    for number in range(pages):
        width, height = sizes[number % len(sizes)]
        frame = f"1 0 0 RG 8 w 20 20 {width - 40} {height - 40} re S"
        text = f"BT /F1 48 Tf 72 {height - 120} Td (Page {number + 1}) Tj ET {frame}{stroke}"
        box = f"/MediaBox[0 0 {width} {height}]/Contents {4 + 2 * number} 0 R/Resources{font}"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}>>")
        objects.append(f"<</Length {len(text)}>>stream\n{text}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return out + head.encode() + f"startxref\n{len(out)}\n%%EOF".encode()


def locked() -> bytes:
    """One that asks for a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def cut_off() -> bytes:
    """Its beginning alone."""
    return pdf()[:120]


def photo(width: int = 64, height: int = 48, kind: str = "PNG") -> bytes:
    """Red on the left, blue on the right."""
    out = io.BytesIO()
    image = Image.new("RGB", (width, height), (255, 0, 0))
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    image.save(out, kind)
    return out.getvalue()
