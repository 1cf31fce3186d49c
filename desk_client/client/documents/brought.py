"""What belongs to bringing documents during one visit: the basket, where files may come from, and the phone's link."""

import threading
import time
from pathlib import Path

from desk_client.client.documents import folders
from desk_client.client.documents.basket import Basket
from desk_client.client.model import Model
from desk_client.client.visit import Page, Visit
from desk_client.protocol.upload_links import PhoneFiles, UploadLink

_CLEARED_WITHIN_S = 2.0


class Brought:
    """Lives as long as the visitor's process; with the farewell everything in it is let go of."""

    def __init__(
        self,
        visit: Model[Visit],
        scans: Path | None = None,
        media_roots: tuple[Path, ...] = folders.MEDIA_ROOTS,
    ) -> None:
        """``scans`` is the folder that a scanner at this kiosk writes to; ``media_roots``: where sticks are mounted."""
        self.basket = Model(Basket())
        self.scans = scans
        self.media_roots = media_roots
        self.link = Model[UploadLink | None](None)
        """The phone's, while its page shows."""
        self.phone = Model[PhoneFiles | None](None)
        """What came from the phone so far."""
        self.began_s = time.time()
        """When the visit began, in seconds since 1970: what a scanner wrote before is somebody else's."""
        self._before = visit.value.page
        self._clearing: threading.Thread | None = None
        visit.subscribe(self._follow)

    def close(self) -> None:
        """Wait a moment for the scanner's folder to be emptied: a share that hangs holds nobody up."""
        if self._clearing is not None:
            self._clearing.join(_CLEARED_WITHIN_S)

    def _follow(self, visit: Visit) -> None:
        before, self._before = self._before, visit.page
        if before is Page.HOME and visit.page is not Page.HOME:
            self.began_s = time.time()
        elif visit.page is Page.FAREWELL and before is not Page.FAREWELL:
            self.basket.set(Basket())
            self.link.set(None)
            self.phone.set(None)
            if self.scans is not None:
                self._clearing = threading.Thread(
                    target=folders.clear, args=(self.scans,), name="clear-scans", daemon=True
                )
                self._clearing.start()
