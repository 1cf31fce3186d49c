"""Writing the minutes of a talk: kept at the server at each pause of the pen, and never over another's words unread."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.minutes import Minutes, MinutesAsk

if TYPE_CHECKING:
    from desk_client.client.gateway import Gateway

__all__ = ["Choice", "Keeping", "Minutes", "Pen", "Written"]

logger = logging.getLogger(__name__)
_BLANK: Final = Minutes(text="", version=0)


class Keeping(Enum):
    """How it stands with what is written here."""

    KEPT = auto()
    """The server has it."""
    ON_ITS_WAY = auto()
    NOT_KEPT = auto()
    """The server cannot be reached, or refuses; it is tried again."""
    TOO_LATE = auto()
    """The outcome is recorded, or nothing is written there any more."""


class Choice(Enum):
    """What is to stand where two wrote at the same time."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()


@dataclass(frozen=True)
class Written:
    """The minutes of one talk, as they stand at this desk.

    Attributes:
        about: the talk's appointment; None: no minutes are open.
        text: what is written here.
        kept: what the server had when it was read or written last.
        theirs: what somebody else wrote meanwhile, where that is not what is written here; nothing is kept until it is
            chosen what is to stand.
    """

    about: str | None = None
    text: str = ""
    kept: Minutes = _BLANK
    theirs: Minutes | None = None
    keeping: Keeping = Keeping.KEPT

    @property
    def is_unsaved(self) -> bool:
        """Whether the server does not have what is written here."""
        return self.about is not None and (self.theirs is not None or self.text != self.kept.text)

    def heard(self, minutes: Minutes) -> "Written":
        """These are the server's."""
        if self.theirs is None and minutes.version == self.kept.version:
            return self
        if minutes.text == self.text:
            return replace(self, kept=minutes, theirs=None, keeping=Keeping.KEPT)
        if self.theirs is None and self.text == self.kept.text:
            return replace(self, text=minutes.text, kept=minutes, keeping=Keeping.KEPT)
        return replace(self, theirs=minutes)

    def chosen(self, choice: Choice) -> "Written":
        """Go on from what somebody else wrote, which has been read now."""
        if self.theirs is None:
            return self
        match choice:
            case Choice.MINE:
                text = self.text
            case Choice.THEIRS:
                text = self.theirs.text
            case Choice.BOTH:
                text = "\n".join(each for each in (self.theirs.text, self.text) if each)
        return replace(self, text=text, kept=self.theirs, theirs=None)


class Pen:
    """One talk's minutes at a time; of others, what the server does not have yet is remembered until it does.

    Whoever shows the field says when there is a pause to `keep` them in.
    """

    def __init__(
        self,
        gateway: "Gateway",
        token: Callable[[], str | None],
        behind: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        """``behind`` does something behind what is done now."""
        self._gateway, self._token, self._behind = gateway, token, behind
        self.written: Model[Written] = Model(Written())
        self._left: dict[str, Written] = {}
        self._at_server = asyncio.Lock()

    def open(self, about: str, begin_with: str = "") -> bool:
        """Go on with this talk's minutes, or begin them; whether it is to be read now what others have written."""
        now = self.written.value
        if now.about == about:
            return False
        if now.about is not None and now.is_unsaved:
            self._left[now.about] = now
            self._behind(self._keep_left(now))
        written = self._left.pop(about, None) or Written(about, begin_with.strip())
        self.written.set(written)
        return True

    def forget(self, about: str | None = None) -> None:
        """Nothing of that talk is written any more; of none, where somebody else may sign in."""
        if about is None:
            self._left.clear()
        if about is None or self.written.value.about == about:
            self.written.set(Written())

    @property
    def has_unsaved(self) -> bool:
        """Whether there is anything that the server does not have."""
        return self.written.value.is_unsaved or bool(self._left)

    def write(self, text: str) -> None:
        """This is what is written here now; it is to be kept soon."""
        now = self.written.value
        if now.about is not None and text != now.text:
            self.written.set(replace(now, text=text, keeping=Keeping.ON_ITS_WAY))

    async def choose(self, choice: Choice) -> None:
        """Say what is to stand."""
        self.written.set(self.written.value.chosen(choice))
        await self.keep()

    async def read(self) -> None:
        """Read what others wrote, and keep what is written here. What cannot be read now is read with the next hint."""
        if self.written.value.about is None:
            return
        async with self._at_server:
            is_read = await self._read()
        if is_read:
            await self.keep()

    async def keep(self) -> None:
        """Keep what is written here, unless it is to be chosen first what is to stand."""
        async with self._at_server:
            while (now := self.written.value).is_unsaved and now.theirs is None and now.about is not None:
                answer = await self._put(now)
                if self.written.value.about != now.about:
                    return
                if isinstance(answer, Minutes):
                    kept = answer.model_copy(update={"text": now.text})
                    self.written.set(replace(self.written.value, kept=kept, keeping=Keeping.KEPT))
                elif answer.code is not RefusalCode.PRECONDITION_FAILED:
                    self._not_kept(answer)
                    return
                elif not await self._read():
                    return

    @asynccontextmanager
    async def at_rest(self, about: str) -> AsyncIterator[int | None]:
        """Have nothing on its way meanwhile; which version one's words come from, None: no minutes are open."""
        async with self._at_server:
            now = self.written.value
            yield now.kept.version if now.about == about else None

    async def _read(self) -> bool:
        about = self.written.value.about
        answer = await self._gateway.ask("GET", f"/v1/appointments/{about}/minutes", Minutes, token=self._token())
        if self.written.value.about != about:
            return False
        if isinstance(answer, Refusal):
            logger.info("the minutes could not be read: %s", answer.code)
            return False
        self.written.set(self.written.value.heard(answer))
        return True

    async def _put(self, written: Written) -> Minutes | Refusal:
        path = f"/v1/appointments/{written.about}/minutes"
        ask = MinutesAsk(text=written.text, version=written.kept.version)
        return await self._gateway.ask("PUT", path, Minutes, token=self._token(), body=ask)

    async def _keep_left(self, left: Written) -> None:
        async with self._at_server:
            answer = await self._put(left)
        if isinstance(answer, Minutes) and left.about is not None and self._left.get(left.about) == left:
            del self._left[left.about]

    def _not_kept(self, refusal: Refusal) -> None:
        logger.info("the minutes were not kept: %s", refusal.code)
        is_too_late = refusal.code in {RefusalCode.ILLEGAL_TRANSITION, RefusalCode.FORBIDDEN, RefusalCode.NOT_FOUND}
        keeping = Keeping.TOO_LATE if is_too_late else Keeping.NOT_KEPT
        self.written.set(replace(self.written.value, keeping=keeping))
