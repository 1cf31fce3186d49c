"""What a visitor brings is bounded, never doubled, and told apart by how far it has come."""

from desk_client.client.documents.basket import Basket, Passage
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.kiosks import DocumentBounds

BASKET = Basket(bounds=DocumentBounds(most=2, most_bytes=100))
PDF = b"%PDF-1.7"


def test_a_file_is_known_by_its_content_and_kept_once() -> None:
    basket = BASKET.with_file("a.jpg", PDF).with_file("again.pdf", PDF)
    (document,) = basket.documents
    assert (document.name, document.kind, document.size) == ("a.jpg", Kind.PDF, len(PDF))
    assert "a.jpg" not in repr(basket)
    assert "PDF-1" not in repr(basket)


def test_what_would_not_be_taken_is_refused_here() -> None:
    full = BASKET.with_file("a", PDF).with_file("b", PDF + b"b")
    for basket, content, code in (
        (BASKET, PDF.ljust(101), RefusalCode.ATTACHMENT_TOO_LARGE),
        (BASKET, b"MZ", RefusalCode.ATTACHMENT_KIND_REFUSED),
        (BASKET, b"", RefusalCode.ATTACHMENT_KIND_REFUSED),
        (full, PDF + b"c", RefusalCode.ATTACHMENTS_FULL),
    ):
        assert basket.refused(content) == Refusal(code)
    assert full.refused(PDF) is None, "it is there already"
    assert BASKET.refused(PDF.ljust(100)) is None


def test_what_was_sent_stays_and_what_was_not_can_be_taken_out() -> None:
    basket = BASKET.with_file("a", PDF).with_file("b", PDF + b"b")
    first, second = (document.id for document in basket.documents)
    basket = basket.with_passage(first, Passage.SENT).with_passage(second, Passage.FAILED, Refusal(RefusalCode.TIMEOUT))
    assert [document.id for document in basket.unsent] == [second]
    assert [document.refusal for document in basket.failed] == [Refusal(RefusalCode.TIMEOUT)]
    left = basket.without(first).without(second)
    assert [document.id for document in left.documents] == [first]
    assert not basket.is_sending
    assert basket.with_passage(second, Passage.UNDER_WAY).is_sending
