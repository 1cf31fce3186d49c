"""Documents are brought by what things are called: before a camera, from a stick, from a phone; and none is lost."""

import io
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote, urlsplit

import av
import numpy as np
import pytest
import requests
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from starlette.concurrency import run_in_threadpool

from desk_client.client.actions import carry
from desk_client.client.conference import Conference, MediaChoice
from desk_client.client.documents.basket import Basket, Passage
from desk_client.client.kiosk import KioskClient
from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.resources import resource
from desk_client.config.settings import ServerSettings
from desk_client.domain.party import Party
from desk_client.protocol.attachments import Attachments
from desk_client.rtc.engine import Engine
from desk_client.server import admin
from desk_client.ui.kiosk.pages.photo import PhotoPage
from tests.fakes.sheet_photo import Scene, photo_of
from tests.gallery.document_sheets import letter
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.test_tasks import DEPUTY, EMIR, Person
from tests.integration.client.conftest import PASSWORD, Ends, Region

Arrive = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def attachments() -> AttachmentSettings:
    return AttachmentSettings(scanning="off", per_appointment=3)


@pytest.fixture
def region(tmp_path: Path, unused_tcp_port: int, attachments: AttachmentSettings) -> Iterator[Region]:
    """A server that telephones reach, too."""
    settings = ServerSettings(
        port=unused_tcp_port,
        data_dir=tmp_path / "server",
        secrets="file",
        attachments=attachments,
        public_url=f"http://127.0.0.1:{unused_tcp_port}",
    )
    region = Region(settings)
    region.start()
    place = resource("regions", "jazan.yaml")
    admin.load_region(region.running.house, place, staff_password=PASSWORD, open_now=["emir"])
    yield region
    region.stop()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Something that is plugged in."""
    folder = tmp_path / "media" / "STICK"
    folder.mkdir(parents=True)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == folder)
    return folder


@pytest.fixture
def arrive(ends: Ends, region: Region, open_window: Open, tmp_path: Path) -> Arrive:
    """A person comes to a kiosk whose camera is this one."""
    visits = iter(range(9))

    @asynccontextmanager
    async def arrived(camera: Path | None = None) -> AsyncIterator[Person]:
        media = MediaChoice(source=1, tone_hz=440, camera=camera or "auto", microphone="synthetic", speaker="none")
        client = await ends.kiosk(lambda: Conference(Engine, media, Party.CITIZEN))
        client.brought.media_roots = (tmp_path / "media",)
        async with open_window(client, farewell_ms=200) as visitor:
            yield Person(visitor, region, next(visits))

    return arrived


def clip(folder: Path, scene: Scene) -> Path:
    """What a camera sees that looks at this scene."""
    photo, _ = photo_of(scene)
    path = folder / "camera.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=Fraction(15))
        stream.width, stream.height, stream.pix_fmt = scene.width, scene.height, "yuvj420p"
        for _ in range(30):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(photo, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def basket(person: Person) -> Basket:
    return client(person).brought.basket.value


def client(person: Person) -> KioskClient:
    return person.visitor.window.client


async def to_documents(person: Person, office: tuple[str, str] = EMIR) -> None:
    await person.asks_for(*office)
    await person.presses("أقرب وقت متاح")
    await person.types("طريق")
    await person.presses("متابعة")
    await person.visitor.until_page("documents")


async def confirms(person: Person) -> None:
    await person.visitor.until_page("summary")
    await person.presses("أوافق وأؤكد الحجز")
    await person.visitor.until_page("ticket")


async def there(person: Person) -> Attachments:
    """What the server has with the person's audience."""
    appointment = person.visitor.visit.appointment
    assert appointment is not None
    path = f"/v1/appointments/{appointment.id}/attachments"
    found = await client(person).gateway.ask("GET", path, Attachments, token=client(person).token)
    assert isinstance(found, Attachments), found
    return found


def plug_in(stick: Path) -> None:
    (stick / "صك الأرض.pdf").write_bytes(real_pdf())
    (stick / "letter.jpg").write_bytes(letter())
    (stick / "virus.exe").write_bytes(b"MZ" + bytes(99))


def real_pdf() -> bytes:
    from tests.unit.server.attachments import documents as made  # noqa: PLC0415 - brings what makes PDFs

    return made.pdf()


async def test_a_paper_is_photographed_cut_out_and_sent(arrive: Arrive, tmp_path: Path) -> None:
    async with arrive(clip(tmp_path, Scene(9, 0.1, shadow=0.3))) as person:
        await to_documents(person)
        await person.presses("تصوير ورقة")
        await person.visitor.until_page("photo")
        page = person.visitor.window.page
        assert isinstance(page, PhotoPage)
        await person.visitor.until(lambda: page.camera.shot() is not None, "the camera shows nothing")
        await person.presses("التقاط الصورة")
        await person.presses("نعم، متابعة")
        await person.presses("تدوير")
        await person.visitor.until(lambda: not page.is_busy)
        await person.presses("إرفاق هذه الصفحة")
        await person.visitor.until_page("documents")
        (document,) = basket(person).documents
        assert document.content.startswith(b"\xff\xd8\xff")
        assert document.passage is Passage.HERE
        await person.presses("متابعة")
        await confirms(person)
        await person.visitor.until(lambda: "عدد المستندات المرفقة بموعدكم: ١" in person.visitor.reads())
        (sent,) = (await there(person)).attachments
        assert (sent.name, sent.media_type) == ("صورة 1.jpg", "image/jpeg")
        appointment = person.visitor.visit.appointment
        assert appointment is not None
        path = f"/v1/appointments/{appointment.id}/attachments/{sent.id}"
        content = await client(person).gateway.fetch_file(path, token=client(person).token)
        assert isinstance(content, bytes)
        with Image.open(io.BytesIO(content)) as picture:
            grey = np.asarray(picture.convert("L"))
    assert np.median(grey) > 245, "paper is white"
    assert grey.shape[1] > grey.shape[0], "it was turned"
    assert (grey < 60).mean() > 0.02, "and ink dark"


async def test_the_corners_can_be_moved_by_finger_and_by_keys(arrive: Arrive, tmp_path: Path) -> None:
    async with arrive(clip(tmp_path, Scene(6, table=215))) as person:
        await to_documents(person)
        await person.presses("تصوير ورقة")
        page = person.visitor.window.page
        assert isinstance(page, PhotoPage)
        await person.visitor.until(lambda: page.camera.shot() is not None, "the camera shows nothing")
        await person.presses("بعد ثلاث ثوانٍ")
        await person.visitor.until(lambda: "اثبتوا: ٢" in person.visitor.reads())
        await person.visitor.until(lambda: "لم تُعرف حدود الورقة" in person.visitor.reads())
        before = page.editor.corners
        handle = page.editor.findChild(QWidget, "corner_0")
        assert handle is not None
        drag(person, handle, QPoint(80, 60))
        after = page.editor.corners
        assert (after[0][0] > before[0][0], after[0][1] > before[0][1]) == (True, True)
        assert after[1:] == before[1:]
        handle.setFocus()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            QTest.keyClick(handle, key)
        assert page.editor.corners[0] < after[0]
        assert "الزاوية العليا اليسرى" in person.hears()
        await person.presses("رجوع")
        await person.presses("رجوع")
        await person.visitor.until_page("documents")
        assert basket(person).documents == ()


def drag(person: Person, widget: QWidget, by: QPoint) -> None:
    window, device = person.visitor.window, person.visitor.finger
    at = widget.mapTo(window, widget.rect().center())
    QTest.touchEvent(window, device).press(0, at, window).commit()
    for step in range(1, 5):
        QTest.touchEvent(window, device).move(0, at + by * step / 4, window).commit()
        QApplication.processEvents()
    QTest.touchEvent(window, device).release(0, at + by, window).commit()
    QApplication.processEvents()


async def test_without_a_camera_there_are_other_ways(arrive: Arrive) -> None:
    async with arrive(Path("/nowhere/camera.mkv")) as person:
        await to_documents(person)
        await person.presses("تصوير ورقة")
        await person.visitor.until(lambda: "لا توجد كاميرا في هذا الكشك" in person.visitor.reads())
        assert "التقاط الصورة" not in person.hears()
        await person.presses("رجوع")
        await person.visitor.until_page("documents")
        await person.presses("من ذاكرة USB أو الماسح الضوئي")
        await person.visitor.until(lambda: "نرجو إدخال ذاكرة USB" in person.visitor.reads())


async def test_files_come_from_a_stick_and_going_back_loses_none(arrive: Arrive, stick: Path) -> None:
    plug_in(stick)
    async with arrive() as person:
        await to_documents(person, DEPUTY)
        await person.presses("من ذاكرة USB أو الماسح الضوئي")
        await person.presses("صك الأرض.pdf")
        await person.visitor.until(lambda: len(basket(person).documents) == 1)
        await person.presses("letter.jpg")
        await person.visitor.until(lambda: len(basket(person).documents) == 2)
        assert "virus" not in person.visitor.reads()
        shutil.rmtree(stick)
        await person.visitor.until(lambda: "نُزعت ذاكرة USB" in person.visitor.reads())
        await person.presses("تم")
        await person.visitor.until_page("documents")
        await person.presses("متابعة")
        await person.visitor.until_page("summary")
        await person.presses("رجوع")
        await person.visitor.until_page("documents")
        assert [each.name for each in basket(person).documents] == ["صك الأرض.pdf", "letter.jpg"]
        await person.presses("إزالة")
        assert [each.name for each in basket(person).documents] == ["letter.jpg"]
        await person.presses("متابعة")
        await confirms(person)
        await person.visitor.until(lambda: not basket(person).unsent)
        assert [each.name for each in (await there(person)).attachments] == ["letter.jpg"]


async def test_a_phone_sends_and_the_person_confirms(arrive: Arrive, region: Region) -> None:
    async with arrive() as person:
        await to_documents(person)
        await person.presses("من هاتفكم")
        link = client(person).brought.link
        await person.visitor.until(lambda: link.value is not None)
        assert link.value is not None
        token = urlsplit(link.value.url).fragment
        headers = {
            "Authorization": f"Bearer {token}",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote('من الهاتف.jpg')}",
        }

        def asked(method: str, data: bytes | None = None) -> requests.Response:
            return requests.request(method, f"{region.url}/v1/uploads", headers=headers, data=data, timeout=30)

        assert (await run_in_threadpool(asked, "GET")).status_code == 200
        await person.visitor.until(lambda: "هاتفكم متصل" in person.visitor.reads())
        assert (await run_in_threadpool(asked, "POST", letter())).status_code == 201
        await person.visitor.until(lambda: "من الهاتف.jpg" in person.visitor.reads())
        assert basket(person).documents == (), "nothing is taken before they say that it is theirs"
        await person.presses("نعم، هذه ملفاتي: أرفقوها")
        await person.visitor.until_page("documents")
        assert [each.name for each in basket(person).documents] == ["من الهاتف.jpg"]
        await person.visitor.until(lambda: link.value is None)
        await person.presses("متابعة")
        await confirms(person)
        await person.visitor.until(lambda: not basket(person).unsent)
        assert [each.name for each in (await there(person)).attachments] == ["من الهاتف.jpg"]
        assert (await run_in_threadpool(asked, "GET")).status_code == 404


async def test_a_document_is_added_to_an_appointment_that_stands(arrive: Arrive, stick: Path) -> None:
    plug_in(stick)
    async with arrive() as person:
        await person.books(*DEPUTY)
    async with arrive() as person:
        await person.presses("مواعيدي وطلباتي")
        await person.identifies()
        await person.presses("إضافة مستند")
        await person.visitor.until_page("more_documents")
        await person.presses("من ذاكرة USB أو الماسح الضوئي")
        await person.presses("letter.jpg")
        await person.visitor.until(lambda: len(basket(person).documents) == 1)
        await person.presses("تم")
        await person.presses("إرسال المستندات")
        await person.visitor.until_page("appointments")
        await person.presses("إضافة مستند")
        await person.visitor.until(lambda: "letter.jpg" in person.visitor.reads())
        assert "مرفق بموعدكم" in person.visitor.reads()
        assert [each.name for each in (await there(person)).attachments] == ["letter.jpg"]


class TestWithoutScanner:
    """Nothing is taken by a server that cannot look through it."""

    @pytest.fixture
    def attachments(self, tmp_path: Path) -> AttachmentSettings:
        return AttachmentSettings(clamd_socket=tmp_path / "none")

    async def test_the_booking_stands_and_what_is_missing_is_named(
        self, arrive: Arrive, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(carry, "_AGAIN_AFTER_S", (0.05,))
        plug_in(stick)
        async with arrive() as person:
            await to_documents(person)
            await person.presses("من ذاكرة USB أو الماسح الضوئي")
            await person.presses("letter.jpg")
            await person.visitor.until(lambda: len(basket(person).documents) == 1)
            await person.presses("تم")
            await person.presses("متابعة")
            await confirms(person)
            await person.visitor.until(lambda: "موعدكم قائم، لكن تعذّر إرسال هذه المستندات" in person.visitor.reads())
            assert "letter.jpg" in person.visitor.reads()
            assert person.visitor.visit.booked is not None
            await person.presses("إنهاء الزيارة")
            assert "تُزال المستندات التي لم تُرسل بعد" in person.visitor.reads()
            await person.presses("المتابعة هنا")
            await person.presses("إعادة المحاولة")
            await person.visitor.until(lambda: basket(person).failed != ())
