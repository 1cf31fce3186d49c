"""The kiosk's pages for documents in their states."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desk_client.client.conference import DeviceFault
from desk_client.client.documents.basket import Basket, Passage
from desk_client.client.documents.flatten import Handling, page_of
from desk_client.client.documents.folders import Found, Looked, Place
from desk_client.client.documents.sheet import found_sheet
from desk_client.client.visit import Goal, Page
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.kiosks import DocumentBounds
from desk_client.protocol.upload_links import PhoneFiles, UploadLink
from desk_client.ui.kiosk.document_row import DocumentRow
from desk_client.ui.kiosk.pages.files import FilesPage
from desk_client.ui.kiosk.pages.photo import PhotoPage
from desk_client.ui.kiosk.small_pictures import small_picture
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.sheet_photo import Scene, photo_of
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_sheet import sample_picture

MakeWindow = Callable[..., KioskWindow]
_DEED, _LETTER = "صك الأرض رقم 4821.pdf", "IMG_20260315_0712.jpg"


def letter(width: int = 420, height: int = 594) -> bytes:
    """A page with lines, as a JPEG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for line in range(4, 24):
        right = width - 40 - (line * 53) % 90
        painter.fillRect(40, line * height // 27, right - 40, 8, QColor("#333333"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]  # PySide6 wants bytes here in its stubs alone
    return bytes(buffer.data().data())


def basket() -> Basket:
    """Two documents."""
    made = Basket(bounds=DocumentBounds(by_phone=True))
    return made.with_file(_DEED, b"%PDF-1.7" + bytes(2_400_000)).with_file(_LETTER, letter())


def passed(*passages: Passage) -> Basket:
    """The same, so far on their way."""
    made = basket()
    for document, passage in zip(made.documents, passages, strict=True):
        refusal = Refusal(RefusalCode.SCANNER_UNAVAILABLE) if passage is Passage.FAILED else None
        made = made.with_passage(document.id, passage, refusal)
    return made


def sheets(window: MakeWindow) -> tuple[tuple[str, Callable[[Appearance], QWidget]], ...]:
    """Each by name."""

    def shown(look: Appearance, page: Page, brought: Basket | None = None, **answers: Any) -> KioskWindow:
        trail = (Page.HOME, Page.SUBJECT)
        made = window(look, replace(sample.VISIT, page=page, trail=trail, **answers))
        if brought is not None:
            made.client.brought.basket.set(brought)
            rows = made.page.findChildren(DocumentRow)[-len(brought.documents) :]  # those of what is kept come first
            for document, row in zip(brought.documents, rows, strict=False):  # a ticket has none
                row.set_image(small_picture(document.content, document.kind))
        return made

    def more(look: Appearance) -> QWidget:
        kept = Attachment(
            id="att_1",
            name=_DEED,
            media_type="application/pdf",
            size=2_400_000,
            added_at=sample.NOW - timedelta(days=2),
        )
        known = replace(passed(Passage.SENT, Passage.FAILED), appointment_id=sample.LATER.id, kept=(kept,))
        made = shown(look, Page.MORE_DOCUMENTS, known, goal=Goal.ATTEND, hold=None, appointment=sample.LATER)
        made.page.on_refusal(Refusal(RefusalCode.SCANNER_UNAVAILABLE), lambda: None)
        return made

    def sent(brought: Basket) -> Callable[[Appearance], QWidget]:
        def build(look: Appearance) -> QWidget:
            return shown(look, Page.TICKET, brought, booked=sample.BOOKED, appointment=sample.LATER, hold=None)

        return build

    def photo(look: Appearance) -> tuple[KioskWindow, PhotoPage]:
        made = shown(look, Page.PHOTO)
        page = made.page
        assert isinstance(page, PhotoPage)
        page.left()
        return made, page

    def live(look: Appearance) -> QWidget:
        made, page = photo(look)
        page.tile.receive(sample_picture(1280, 720, 20))
        return made

    def no_camera(look: Appearance) -> QWidget:
        made, page = photo(look)
        page.show_fault(DeviceFault.ABSENT)
        return made

    def cut(scene: Scene) -> Callable[[Appearance], QWidget]:
        def build(look: Appearance) -> QWidget:
            made, page = photo(look)
            taken, _ = photo_of(scene)
            page.show_cut(taken, found_sheet(taken[:, :, 1]))
            return made

        return build

    def done(look: Appearance) -> QWidget:
        made, page = photo(look)
        taken, corners = photo_of(Scene(8, 0.12, shadow=0.4))
        page.show_page(page_of(taken, Handling(corners)))
        return made

    def files(looked: Looked, *then: Looked) -> Callable[[Appearance], QWidget]:
        def build(look: Appearance) -> QWidget:
            made = shown(look, Page.FILES)
            page = made.page
            assert isinstance(page, FilesPage)
            for each in (looked, *then):
                page.show_files(each)
            return made

        return build

    def phone(came: PhoneFiles | None) -> Callable[[Appearance], QWidget]:
        def build(look: Appearance) -> QWidget:
            made = shown(look, Page.PHONE)
            url = "https://majlis.jazan.example/upload#" + "k3J9" * 10
            made.client.brought.link.set(
                UploadLink(id="upl_1", url=url, expires_at=sample.NOW + timedelta(minutes=9, seconds=40))
            )
            made.client.brought.phone.set(came)
            return made

        return build

    stick = Path("/media/STICK")
    found = tuple(
        Found(stick / name, Place.STICK, kind, size, 0.0)
        for name, kind, size in (
            (_DEED, Kind.PDF, 2_400_000),
            (_LETTER, Kind.JPEG, 3_100_000),
            ("خطاب إلى سعادة مدير إدارة الأراضي بشأن المنحة.pdf", Kind.PDF, 88_000),
            ("map.png", Kind.PNG, 640_000),
        )
    )
    file = Attachment(id="att_2", name=_LETTER, media_type="image/jpeg", size=3_100_000, added_at=sample.NOW)
    return (
        ("documents", lambda look: shown(look, Page.DOCUMENTS)),
        ("documents-brought", lambda look: shown(look, Page.DOCUMENTS, basket())),
        ("more-documents", more),
        ("photo", live),
        ("photo-no-camera", no_camera),
        ("photo-cut", cut(Scene(8, 0.12, shadow=0.3))),
        ("photo-not-found", cut(Scene(8, table=216))),
        ("photo-done", done),
        ("files", files(Looked(found, 2, has_stick=True))),
        ("files-none", files(Looked())),
        ("files-gone", files(Looked(found, 2, has_stick=True), Looked())),
        ("phone", phone(None)),
        ("phone-files", phone(PhoneFiles(files=(file,), is_open=True, has_phone=True))),
        ("phone-over", phone(PhoneFiles(files=(), is_open=False, has_phone=False))),
        ("ticket-documents-sending", sent(passed(Passage.SENT, Passage.UNDER_WAY))),
        ("ticket-documents-sent", sent(passed(Passage.SENT, Passage.SENT))),
        ("ticket-documents-missing", sent(passed(Passage.SENT, Passage.FAILED))),
    )
