"""What an official prefers holds in a real talk."""

from tests.integration.client.conftest import Ends, until
from tests.integration.client.test_whole_way import in_talk, runner

QUIET_DBFS = -60.0


async def test_a_talk_may_begin_with_the_microphone_off_and_is_heard_once_it_is_on(ends: Ends) -> None:
    desk = await ends.desk()
    desk.preferences.change(starts_muted=True)
    kiosk, desk = await in_talk(ends, desk)
    assert not runner(desk).view.value.microphone_on

    def heard_dbfs() -> float | None:
        stats = runner(kiosk).view.value.stats
        return None if stats is None else stats.remote_audio_dbfs

    await until(lambda: heard_dbfs() is not None)
    dbfs = heard_dbfs()
    assert dbfs is not None
    assert dbfs < QUIET_DBFS
    runner(desk).set_microphone(on=True)
    await until(lambda: (heard_dbfs() or QUIET_DBFS) > QUIET_DBFS)
