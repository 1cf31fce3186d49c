"""A real clamd finds what its signatures name; whatever is no clear verdict counts as none."""

import contextlib
import socket
import threading
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.clamd import ClamdScanner
from desk_client.server.attachments.limits import Limits
from desk_client.server.attachments.scanner import Clean, Infected, Scanner, Unavailable
from desk_client.server.attachments.vetting import Vetted, Vetting
from tests.clamd import EICAR, SIGNATURE, Clamd, running_clamd
from tests.unit.server.attachments import documents, pictures

PATIENCE = timedelta(seconds=10)


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture(scope="module")
def scanner(clamd: Clamd) -> ClamdScanner:
    return ClamdScanner(clamd.socket, timeout=PATIENCE)


def with_program(pdf: Pdf) -> None:
    pdf.attachments["a.com"] = documents.attached(pdf, EICAR, "a.com")


def refused(scanner: Scanner, data: bytes) -> RefusalCode | None:
    answer = Vetting(scanner, Limits(), at_once=1).vet(data, "a")
    return answer.code if isinstance(answer, Refusal) else None


def test_nothing_in_it(scanner: ClamdScanner) -> None:
    assert scanner.scan(b"an ordinary letter") == Clean()


def test_finds_it_by_either_way(scanner: ClamdScanner, clamd: Clamd) -> None:
    by_port = ClamdScanner(("127.0.0.1", clamd.port), timeout=PATIENCE)
    for each in (scanner, by_port):
        found = each.scan(EICAR)
        assert isinstance(found, Infected)
        assert found.signature.startswith(SIGNATURE)


def test_the_largest_file_is_scanned_to_its_end(scanner: ClamdScanner) -> None:
    most = Limits().most_bytes
    assert scanner.scan(bytes(most)) == Clean()
    assert isinstance(scanner.scan(bytes(most - len(EICAR)) + EICAR), Infected)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pictures.jpeg() + EICAR, id="behind a jpeg"),
        pytest.param(pictures.with_segment(pictures.jpeg(), 0xFE, EICAR), id="in a jpeg's comment"),
        pytest.param(pictures.png() + EICAR, id="behind a png"),
        pytest.param(documents.pdf() + EICAR, id="behind a pdf"),
        pytest.param(documents.pdf(documents.packed(zlib.compress(EICAR), Name.FlateDecode)), id="packed in a pdf"),
        pytest.param(documents.pdf(with_program, compress_streams=False), id="a pdf's own attachment"),
    ],
)
def test_the_original_is_what_is_scanned(scanner: ClamdScanner, data: bytes) -> None:
    """Made anew, none of these would hold it any more, and nobody would learn that it was tried."""
    assert refused(scanner, data) is RefusalCode.ATTACHMENT_INFECTED


def test_what_the_scanner_overlooks_is_not_kept_either(scanner: ClamdScanner) -> None:
    """ClamAV 1.4 does not unpack this attachment: a dictionary within its dictionary hides the filter from it."""
    hidden = documents.pdf(with_program)
    answer = Vetting(scanner, Limits(), at_once=1).vet(hidden, "a")
    assert isinstance(answer, Refusal) or EICAR not in documents.laid_bare(answer.content)
    assert EICAR in documents.laid_bare(hidden)


def test_what_is_no_document_is_not_even_scanned(scanner: ClamdScanner) -> None:
    assert refused(scanner, EICAR) is RefusalCode.ATTACHMENT_KIND_REFUSED


def test_a_clean_file_goes_through(scanner: ClamdScanner) -> None:
    assert isinstance(Vetting(scanner, Limits(), at_once=1).vet(pictures.jpeg(), "a"), Vetted)


def test_a_scanner_that_comes_back_is_found_again() -> None:
    with running_clamd() as daemon:
        scanner = ClamdScanner(daemon.socket, timeout=PATIENCE)
        daemon.stop()
        assert isinstance(scanner.scan(b"a"), Unavailable)
        assert refused(scanner, pictures.jpeg()) is RefusalCode.SCANNER_UNAVAILABLE
        daemon.start()
        assert scanner.scan(b"a") == Clean()


def test_a_scanner_that_takes_less_than_we_do() -> None:
    with running_clamd(stream_most="1M") as daemon:
        assert isinstance(ClamdScanner(daemon.socket, timeout=PATIENCE).scan(bytes(2**21)), Unavailable)


def test_no_socket(tmp_path: Path) -> None:
    assert isinstance(ClamdScanner(tmp_path / "none", timeout=PATIENCE).scan(b"a"), Unavailable)


@contextlib.contextmanager
def that_answers(answer: bytes | None) -> Iterator[tuple[str, int]]:
    """Somebody on the scanner's port who says this to everything; None: nothing, ever."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with contextlib.suppress(OSError):
                line, _ = listening.accept()
                with line:
                    if answer is not None:
                        line.recv(4096)
                        line.sendall(answer)
                        line.shutdown(socket.SHUT_WR)
                    while line.recv(4096):
                        pass

        thread = threading.Thread(target=serve, name="a strange scanner")
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize(
    "answer",
    [
        *(b"", b"\n", b"stream: ", b"HTTP/1.1 200 OK\r\n\r\n", b"elsewhere: OK\n", b"stream: x ERROR\n"),
        *(b"stream: FOUND\n", b"INSTREAM size limit exceeded. ERROR\n", b"\xff\xfe\n"),
    ],
)
def test_only_a_clear_verdict_counts(answer: bytes) -> None:
    with that_answers(answer) as address:
        verdict = ClamdScanner(address, timeout=PATIENCE).scan(b"a")
    assert isinstance(verdict, Unavailable)


def test_a_scanner_that_never_answers_is_not_waited_for() -> None:
    with that_answers(None) as address:
        assert isinstance(ClamdScanner(address, timeout=timedelta(milliseconds=200)).scan(b"a"), Unavailable)


def test_a_scanner_that_accepts_nobody_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listening, contextlib.ExitStack() as waiting:
        listening.bind(str(path))
        listening.listen(0)
        with contextlib.suppress(BlockingIOError):
            while True:  # until its queue is full
                other = waiting.enter_context(socket.socket(socket.AF_UNIX))
                other.setblocking(False)
                other.connect(str(path))
        assert isinstance(ClamdScanner(path, timeout=timedelta(milliseconds=200)).scan(b"a"), Unavailable)
