"""Tickets held before a camera, as people hold them; the codes are those that the tickets' own writer makes."""

import threading
import time

import numpy as np
import pytest
import segno

from desk_client.domain.ids import AppointmentId
from desk_client.domain.ticket_link import TicketLink, parse_ticket_link
from desk_client.rtc.picture.code_reader import CodeReader, Sight, luma_of, middle_of, seen_in
from tests.fakes.held_ticket import Held, frame, picture

LINK = TicketLink(AppointmentId("apt_" + "a2" * 13), "b7" * 13)
TEXT = "https://majlis.jazan.example" + LINK.path


@pytest.mark.parametrize(
    "held",
    [
        Held(),
        Held(module_px=3),
        Held(turned_deg=17),
        Held(turned_deg=90),
        Held(turned_deg=200),
        Held(blur_px=2.0),
        Held(noise=25),
        Held(light=0.3),
        Held(smudge=0.2),
        Held(turned_deg=35, blur_px=1.2, noise=12, light=0.5),
        Held(module_px=3, turned_deg=-8, noise=8),
    ],
    ids=str,
)
def test_a_ticket_is_read_however_it_is_held(held: Held) -> None:
    assert [parse_ticket_link(text) for text in seen_in(middle_of(picture(TEXT, held))).texts] == [LINK]


@pytest.mark.parametrize(
    "held", [Held(torn=0.5), Held(smudge=0.6), Held(blur_px=12), Held(module_px=1, blur_px=1)], ids=str
)
def test_what_cannot_be_read_is_nothing_rather_than_something_else(held: Held) -> None:
    assert seen_in(middle_of(picture(TEXT, held))) == Sight()


def test_it_is_told_when_it_is_too_dark() -> None:
    assert seen_in(picture(TEXT, Held(light=0.02))) == Sight(is_dark=True)
    assert seen_in(np.zeros((360, 640), dtype=np.uint8)) == Sight(is_dark=True)
    assert not seen_in(np.full((360, 640), 120, dtype=np.uint8)).is_dark


OTHERS = {
    "link": "https://other.example/menu",
    "payment": "00020101021226580014sa.gov.sama.pay52040000530368254",
    "emoji": "🙂👨‍👩‍👧",
    "bidi": "\u202eslave",
    "much": "A" * 2300,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_code_is_read_and_is_no_ticket(text: str) -> None:
    seen = seen_in(picture(text, Held(module_px=3 if len(text) > 1000 else 6)))
    assert len(seen.texts) == 1
    assert parse_ticket_link(seen.texts[0]) is None


def test_bytes_that_are_no_text_do_no_harm() -> None:
    matrix = np.array(
        [[bool(cell) for cell in row] for row in segno.make(bytes(range(128, 256)) * 4, micro=False).matrix]
    )
    dark = np.pad(np.where(matrix, 0, 255), 4, constant_values=255).astype(np.uint8)
    seen = seen_in(np.kron(dark, np.ones((4, 4), dtype=np.uint8)))
    assert [parse_ticket_link(text) for text in seen.texts] in ([], [None])


def test_the_grey_picture_of_a_frame_is_whole_and_its_middle_a_square() -> None:
    grey = picture(TEXT, size=(1278, 720))  # its rows are padded
    assert np.array_equal(luma_of(frame(grey)), grey)
    assert middle_of(grey).shape == (720, 720)


def test_a_reader_looks_eight_times_a_second_and_no_oftener() -> None:
    sights: list[Sight] = []
    came = threading.Event()

    def on_sight(sight: Sight) -> None:
        sights.append(sight)
        if len(sights) == 5:
            came.set()

    reader = CodeReader(on_sight)
    shown = frame(picture(TEXT))
    offering = threading.Event()

    def offer() -> None:
        while not offering.wait(0.005):
            reader.offer(shown)

    feeder = threading.Thread(target=offer)
    feeder.start()
    began_s = time.monotonic()
    try:
        assert came.wait(10)
        assert time.monotonic() - began_s >= 4 * 0.12
    finally:
        offering.set()
        feeder.join()
        reader.close()
        assert reader.join(5)
    assert all(sight.texts == (TEXT,) for sight in sights)
    told = len(sights)
    reader.offer(shown)
    assert len(sights) == told


def test_what_is_held_at_the_side_is_found_too() -> None:
    found = threading.Event()
    reader = CodeReader(lambda sight: found.set() if sight.texts else None, every_s=0.01)
    beside = frame(picture(TEXT, Held(module_px=4, across=0.12)))
    assert seen_in(middle_of(luma_of(beside))).texts == ()
    try:
        for _ in range(200):
            reader.offer(beside)
            if found.wait(0.05):
                break
        assert found.is_set()
    finally:
        reader.close()
        assert reader.join(5)
