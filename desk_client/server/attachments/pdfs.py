"""A PDF is taken apart and put together anew from its pages alone.

Removed, rather than refused: scripts, actions of every kind, embedded files, rich media, outlines, metadata and every
annotation, after what annotations and form fields show was drawn into the page. Forms of agencies are full of scripts
that only check what is typed; whoever stands at a kiosk cannot take those out, and loses nothing that is seen. The
pages are built from the few keys that are named here, so that what nobody thought of stays behind as well. A digital
signature keeps its looks and loses its proof: it holds for the original alone.

Refused: what is encrypted, even without a password to open it (its author's restriction is not ours to break, and the
scanner saw only ciphertext); a form that lives from its script or from XFA alone, or whose entries were never drawn,
since what would be kept is not what was written; what is damaged, since a repaired file may have lost a page and
nobody would know. Runs in the examiner's process; any exception there means that the file is damaged.
"""

import io
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, settings

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.jpeg_segments import MOST_SCANS, picture_size, without_metadata
from desk_client.server.attachments.limits import Limits

_PAGE_KEYS: Final = frozenset(  # ISO 32000-1, table 30
    {"/Type", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Resources", "/Contents"}
    | {"/Group", "/Parent"}
)
_RESOURCES: Final = frozenset(  # ISO 32000-1, table 33
    {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/ProcSet", "/Properties"}
)
_ACTIONS: Final = frozenset(  # ISO 32000-1, table 198, and what Adobe added to it
    {"/GoTo", "/GoToR", "/GoToE", "/GoTo3DView", "/Launch", "/Thread", "/URI", "/Sound", "/Movie", "/Hide", "/Named"}
    | {"/SubmitForm", "/ResetForm", "/ImportData", "/JavaScript", "/SetOCGState", "/Rendition", "/Trans"}
    | {"/RichMediaExecute", "/GoToDp"}
)
_NEVER_KEPT: Final = frozenset(  # no resource, glyph or colour is called so
    {"/Metadata", "/PieceInfo", "/OpenAction", "/JavaScript", "/EmbeddedFile", "/EmbeddedFiles", "/XFA"}
    | {"/RichMediaContent", "/RichMediaSettings", "/AcroForm", "/Annots", "/Outlines", "/LastModified"}
)
_OFF_STREAMS: Final = frozenset(  # a stream's content in another file, and what belongs to it in passing
    {"/F", "/FFilter", "/FDecodeParms", "/AF", "/AA", "/OPI", "/Ref", "/Alternates", "/EF"}
)
_LOCKED: Final = Refusal(RefusalCode.ATTACHMENT_DAMAGED, field="password")
_LONGEST_SIDE: Final = 14_400  # ISO 32000-1, annex C: 200 inches
_DEEPEST: Final = 100
_MOST_WARNINGS: Final = 200


class _DamagedError(Exception):
    """The document is not what it says it is."""


def rebuild(data: bytes, kind: Kind, limits: Limits) -> bytes | Refusal:
    """Return the document anew. Changes qpdf's limits for the whole process, which is why it has one of its own.

    Refusals: DAMAGED, with the field "password" where it is encrypted and "form" where it cannot be kept as it was
    written; TOO_LARGE with the field "pages", "pixels", "objects", "content" or "file". Any exception that comes out
    of here means the same as DAMAGED.
    """
    del kind  # there is one
    _bound(limits)
    try:
        source = Pdf.open(io.BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        return _LOCKED
    except pikepdf.QpdfRuntimeError:
        # for the key of a document that opens without a password, qpdf asks for a file that the examiner may not open
        if b"/Encrypt" in data:
            return _LOCKED
        raise
    with source, Pdf.new() as anew:
        refusal = _refused(source, limits)
        if refusal is not None:
            return refusal
        source.flatten_annotations("screen")
        for page in source.pages:
            _strip_page(page.obj)
        anew.pages.extend(source.pages)
        if isinstance(layers := source.Root.get("/OCProperties"), Dictionary):
            # which layers are hidden: without it all of them would be seen
            anew.Root.OCProperties = anew.copy_foreign(source.make_indirect(layers))
        for each in anew.objects:
            _neutralise(each)
        refusal = _bounded_streams(anew, limits)
        if refusal is not None:
            return refusal
        written = io.BytesIO()
        anew.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    if written.tell() > limits.most_bytes:
        return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="file")
    return written.getvalue()


def _bound(limits: Limits) -> None:
    settings.set_qpdf_limits(
        doc_max_warnings=_MOST_WARNINGS,
        parser_max_nesting=_DEEPEST,
        parser_max_container_size=limits.most_objects,
        flate_max_memory=limits.most_unpacked_bytes,
        png_max_memory=limits.most_unpacked_bytes,
        tiff_max_memory=limits.most_unpacked_bytes,
        run_length_max_memory=limits.most_unpacked_bytes,
        dct_max_memory=limits.most_unpacked_bytes,
        dct_max_progressive_scans=MOST_SCANS,
    )


def _refused(source: Pdf, limits: Limits) -> Refusal | None:
    if source.is_encrypted:
        return _LOCKED
    if len(source.objects) > limits.most_objects:
        return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="objects")
    if len(source.pages) == 0:
        raise _DamagedError("no pages")
    if len(source.pages) > limits.most_pages:
        return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="pages")
    if _form_cannot_be_kept(source):
        return Refusal(RefusalCode.ATTACHMENT_DAMAGED, field="form")
    for page in source.pages:
        left, lower, right, upper = (float(side) for side in page.mediabox)
        if not (0 < abs(right - left) <= _LONGEST_SIDE and 0 < abs(upper - lower) <= _LONGEST_SIDE):
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="pages")
    return None


def _form_cannot_be_kept(source: Pdf) -> bool:
    """Whether the pages are a mere placeholder (ISO 32000-1, table 28: NeedsRendering), or an entry was never drawn."""
    if "/NeedsRendering" in source.Root and bool(source.Root.NeedsRendering):
        return True
    form = source.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        del form.NeedAppearances  # or flattening would leave out what is drawn
    return any(
        widget.get("/Subtype") == Name.Widget and _entry(widget) and "/AP" not in widget
        for page in source.pages
        for widget in _dictionaries(page.obj.get("/Annots"))
    )


def _entry(widget: Object) -> bool:
    """Whether a text or choice field holds something."""
    for _ in range(_DEEPEST):
        if "/V" in widget:
            value = widget.V
            return not isinstance(value, Dictionary) and bool(str(value)) and value != Name.Off
        parent = widget.get("/Parent")
        if not isinstance(parent, Dictionary):
            return False
        widget = parent
    raise _DamagedError("a form's fields never end")


def _dictionaries(several: object) -> Iterator[Object]:
    if isinstance(several, Array):
        yield from (one for one in several if isinstance(one, Dictionary))


def _strip_page(page: Object) -> None:
    for key in set(page.keys()) - _PAGE_KEYS:
        del page[key]
    resources = page.get("/Resources")
    if not isinstance(resources, Dictionary):
        page.Resources = Dictionary()
        return
    for key in set(resources.keys()) - _RESOURCES:
        del resources[key]


def _neutralise(whole: Object) -> None:
    """Take out of an object, at any depth, what acts, what points elsewhere and what tells of its making."""
    waiting: list[Object] = [whole]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Dictionary | Stream):
            unwanted = _NEVER_KEPT | _OFF_STREAMS if isinstance(one, Stream) else _NEVER_KEPT
            if not isinstance(one, Stream) and (str(one.get("/S")) in _ACTIONS or one.get("/Type") == Name.Filespec):
                unwanted = frozenset(one.keys())
            for key in unwanted & set(one.keys()):
                del one[key]
            inner = [one[key] for key in one.keys()]  # noqa: SIM118 - iterating a pikepdf object is not iterating its keys
        elif isinstance(one, Array):
            inner = list(one)
        else:
            continue
        # what is indirect is an object of its own, and comes by itself
        waiting.extend(each for each in inner if isinstance(each, Object) and not each.is_indirect)


def _bounded_streams(anew: Pdf, limits: Limits) -> Refusal | None:
    unpacked = 0
    for each in anew.objects:
        if not isinstance(each, Stream):
            continue
        if each.get("/Subtype") == Name.Image and _pixels(each) > limits.most_pixels:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="pixels")
        match _filters(each):
            case ["/DCTDecode"]:
                raw = each.read_raw_bytes()
                width, height = picture_size(raw)
                if width * height > limits.most_pixels:
                    return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="pixels")
                parameters = each.get("/DecodeParms")
                each.write(
                    without_metadata(raw),
                    filter=Name.DCTDecode,
                    decode_parms=parameters if isinstance(parameters, Dictionary) else None,
                )
            case [*_, "/DCTDecode" | "/JPXDecode" | "/JBIG2Decode" | "/CCITTFaxDecode"]:
                pass  # qpdf unpacks none of these, and the size of their picture was looked at
            case _:
                unpacked += len(each.read_bytes())
        if unpacked > limits.most_unpacked_bytes:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="content")
    return None


def _pixels(image: Stream) -> int:
    return int(image.get("/Width", 0)) * int(image.get("/Height", 0))


def _filters(stream: Stream) -> list[str]:
    named = stream.get("/Filter")
    if isinstance(named, Array):
        return [str(one) for one in named]
    return [] if named is None else [str(named)]
