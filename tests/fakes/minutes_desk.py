"""A talk's minutes, in memory, for the desk's pages."""

from pydantic import BaseModel

from desk_client.client.day import Texts
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.minutes import Minutes, MinutesAsk

MANAGER = Texts(ar="فهد بن سعد العتيبي", en="Fahd Al-Otaibi")


class MinutesDesk:
    """``minutes`` are those of the one talk that there is; ``kept`` is each text as it was written from here."""

    def __init__(self) -> None:
        self.minutes = Minutes(text="", version=0)
        self.kept: list[str] = []

    def answer(self, path: str, body: BaseModel | None) -> BaseModel | Refusal | None:
        """The answer; None where it is not about minutes."""
        match path.split("/")[2:], body:
            case ["appointments", _, "minutes"], None:
                return self.minutes
            case ["appointments", _, "minutes"], MinutesAsk(text=text, version=version):
                if version != self.minutes.version:
                    return Refusal(RefusalCode.PRECONDITION_FAILED)
                self.kept.append(text)
                self.minutes = Minutes(text=text, version=version + 1)
                return self.minutes
            case _:
                return None

    def write(self, text: str) -> None:
        """The office's manager writes."""
        self.minutes = Minutes(text=text, version=self.minutes.version + 1, author=MANAGER)
