"""The tidiness plugin bites: each kind of mess fails a test that would otherwise pass."""

from collections.abc import Callable

import pytest

Run = Callable[[str], pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    pytester.makepyprojecttoml(
        """
        [tool.pytest.ini_options]
        addopts = "-p tests.tidiness -p no:cacheprovider"
        asyncio_mode = "auto"
        asyncio_default_fixture_loop_scope = "function"
        qt_api = "pyside6"
        qt_log_level_fail = "WARNING"
        """
    )

    def run(body: str) -> pytest.RunResult:
        pytester.makepyfile(body)
        return pytester.runpytest_subprocess()

    return run


def test_a_clean_test_passes(run: Run) -> None:
    run(
        """
        import asyncio, threading

        async def test_joins_what_it_starts():
            await asyncio.create_task(asyncio.sleep(0))
            thread = threading.Thread(target=lambda: None)
            thread.start()
            await asyncio.to_thread(thread.join)
        """
    ).assert_outcomes(passed=1)


def test_an_error_log_fails(run: Run) -> None:
    result = run(
        """
        import logging

        def test_logs():
            logging.getLogger("majlis").error("the store is gone")
        """
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*an ERROR was logged: majlis: the store is gone*"])


def test_an_expected_error_log_passes_and_a_missing_one_fails(run: Run) -> None:
    result = run(
        """
        import logging, pytest

        @pytest.mark.expected_errors("store is gone")
        def test_logs():
            logging.getLogger("majlis").error("the store is gone")

        @pytest.mark.expected_errors("store is gone")
        def test_is_silent():
            pass
        """
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*an expected ERROR was not logged: store is gone*"])


def test_a_leftover_thread_fails(run: Run) -> None:
    result = run(
        """
        import threading

        def test_forgets_a_thread():
            threading.Thread(target=threading.Event().wait, args=[30], name="forgotten", daemon=True).start()

        def test_is_not_blamed_for_it():
            pass
        """
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*a thread still runs:*forgotten*"])


def test_a_thread_of_a_wider_fixture_may_stay(run: Run) -> None:
    run(
        """
        import threading, pytest

        @pytest.fixture(scope="module")
        def worker():
            stop = threading.Event()
            thread = threading.Thread(target=stop.wait, name="worker")
            thread.start()
            yield thread
            stop.set()
            thread.join()

        def test_uses_it(worker):
            assert worker.is_alive()

        def test_uses_it_again(worker):
            assert worker.is_alive()
        """
    ).assert_outcomes(passed=2)


def test_a_loop_of_a_wider_fixture_may_have_workers_and_one_s_own_may_not(run: Run) -> None:
    result = run(
        """
        import asyncio, threading, anyio.to_thread, pytest

        async def work():
            await anyio.to_thread.run_sync(lambda: None)
            await asyncio.Event().wait()

        def looped():
            loop = asyncio.new_event_loop()
            thread = threading.Thread(target=loop.run_forever, name="loop", daemon=True)
            thread.start()
            return loop

        async def in_a_thread():
            await anyio.to_thread.run_sync(lambda: None)

        @pytest.fixture(scope="module")
        def loop():
            return looped()

        def test_has_the_wider_one_work(loop):
            asyncio.run_coroutine_threadsafe(work(), loop)
            asyncio.run_coroutine_threadsafe(in_a_thread(), loop).result()

        def test_leaves_its_own():
            own = looped()
            asyncio.run_coroutine_threadsafe(work(), own)
            asyncio.run_coroutine_threadsafe(in_a_thread(), own).result()
        """
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*ERROR at teardown of test_leaves_its_own*"])


def test_a_pool_of_a_wider_fixture_may_grow_and_one_s_own_may_not_stay(run: Run) -> None:
    result = run(
        """
        import threading, pytest
        from concurrent.futures import ThreadPoolExecutor

        @pytest.fixture(scope="module")
        def pool():
            with ThreadPoolExecutor(2, "pool") as made:
                made.submit(int).result()
                yield made

        def test_makes_it_grow(pool):
            both = threading.Barrier(2)
            list(pool.map(lambda _: both.wait(5), range(2)))

        OWN = []

        def test_leaves_its_own(pool):
            OWN.append(ThreadPoolExecutor(1, "pool"))
            OWN[0].submit(int).result()
        """
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*ERROR*test_leaves_its_own*"])


def test_a_leftover_task_fails(run: Run) -> None:
    result = run(
        """
        import asyncio

        tasks = []

        async def test_forgets_a_task():
            tasks.append(asyncio.create_task(asyncio.sleep(30), name="forgotten"))
        """
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*tasks that nobody awaited or cancelled:*forgotten*"])


def test_a_qt_warning_fails_during_the_test_and_while_clearing_away(run: Run) -> None:
    result = run(
        """
        import pytest
        from PySide6.QtCore import qWarning

        @pytest.fixture
        def untidy():
            yield
            qWarning("late")

        def test_warns():
            qWarning("early")

        def test_warns_at_the_end(untidy):
            pass
        """
    )
    result.assert_outcomes(passed=1, failed=1, errors=1)
    result.stdout.fnmatch_lines(["*Qt warned while the test was cleared away: late*"])
