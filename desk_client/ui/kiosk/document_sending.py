"""What tells how the documents are on their way, once the booking stands; a failure never touches the booking."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_client.client.actions import documents
from desk_client.client.documents.basket import Basket, Passage
from desk_client.i18n.bidi import file_name
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.messages import worded
from desk_client.ui.widgets.banner import Banner, Mood


class DocumentSending(QObject):
    """`notice`, for a page to place. `changed` is emitted when it says something else.

    Who would leave while one is on its way is held up by the page; what could not be sent is named, with the reason,
    and can be tried again or let be: with the ID it can be brought at any kiosk until the talk.
    """

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self._counter = counter
        self._basket = counter.client.brought.basket
        self.notice = Banner(counter.look)
        self.notice.setObjectName("documents_sent")
        self.notice.action.setObjectName("send_again")
        self.notice.action_asked.connect(self.send)
        self._unsubscribe = self._basket.subscribe(lambda _basket: self.relabel())

    @property
    def is_under_way(self) -> bool:
        """Whether one is being sent, or waits for its turn."""
        passages = [each.passage for each in self._basket.value.documents]
        return Passage.UNDER_WAY in passages or Passage.HERE in passages

    def send(self) -> None:
        """Send what is not there yet."""
        if self._basket.value.unsent:
            self._counter.bridge.run(documents.send(self._counter.client), lambda _nothing: None, lambda _refusal: None)

    def teardown(self) -> None:
        """Stop listening."""
        self._unsubscribe()

    def relabel(self) -> None:
        """Say it in the language spoken now."""
        basket, again = self._basket.value, ""
        words, mood = "", Mood.INFO
        if self.is_under_way:
            text = QCoreApplication.translate("Documents", "Your documents are being sent: {sent} of {all}")
            number = self._counter.look.number
            sent = sum(each.passage is Passage.SENT for each in basket.documents)
            words = text.format(sent=number(sent), all=number(len(basket.documents)))
        elif basket.failed:
            words, mood = _missing(basket), Mood.WARNING
            again = QCoreApplication.translate("VisitPage", "Try again")
        elif basket.documents:
            words = QCoreApplication.translate(
                "Documents", "Documents with your appointment: %Ln", None, len(basket.documents)
            )
            mood = Mood.SUCCESS
        self.notice.say(words, mood, again)
        self.changed.emit()


def _missing(basket: Basket) -> str:
    """That the booking stands, what did not arrive, and why."""
    names = QCoreApplication.translate("Documents", ", ").join(file_name(each.name) for each in basket.failed)
    why = next((worded(each.refusal).title for each in basket.failed if each.refusal is not None), "")
    text = QCoreApplication.translate(
        "Documents", "Your appointment stands, but these documents could not be sent: {names}. {why}."
    )
    return text.format(names=names, why=why)
