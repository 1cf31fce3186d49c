"""Every key of keypad and keyboard is heard, and the loudspeaker is free when somebody is to be spoken with."""

from dataclasses import replace

from desk_client.client.key_sound import KeySound
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open


class CountedKeys(KeySound):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.struck = self.hushed = 0

    def strike(self) -> None:
        self.struck += 1

    def hush(self) -> None:
        self.hushed += 1


async def test_digits_and_letters_are_heard(client: KioskClient, open_window: Open) -> None:
    keys = CountedKeys()
    async with open_window(client, key_sound=keys) as visitor:
        await visitor.touch("book")
        await visitor.until_page("national_id")
        for name in ("digit_1", "digit_0", "delete"):
            await visitor.touch(name)
        assert keys.struck == 3
        client.visit.set(replace(sample.VISIT, page=Page.SUBJECT))
        for name in ("key_ح", "key_space", "key_ف"):
            await visitor.touch(name)
        assert keys.struck == 6
        before = keys.hushed
        client.visit.set(replace(client.visit.value, page=Page.FAREWELL))
        assert keys.hushed == before + 1
