"""A PDF, drawn by PDFium as it is seen: no form is filled, no script is run, no link is followed.

PDFium's forms and scripts live in an environment that a caller has to set up (`FPDFDOC_InitFormFillEnvironment`); here
nobody does. Runs in the process that draws (see `renderer`).
"""

import ctypes
from typing import Final

import pypdfium2.raw as pdfium

from desk_client.client.viewing.drawing import RefusedPaperError, Wanted
from desk_client.client.viewing.limits import ViewLimits
from desk_client.client.viewing.trouble import Trouble

_BYTES_A_PIXEL: Final = 4
_WHITE: Final = 0xFFFFFFFF


class PdfPaper:
    """One PDF."""

    def __init__(self, data: bytes, limits: ViewLimits) -> None:
        """Raises RefusedPaperError: ENCRYPTED, DAMAGED, NO_PAGES, TOO_LARGE."""
        self._data = ctypes.create_string_buffer(data, len(data))  # PDFium reads from it as long as it is open
        self._document = pdfium.FPDF_LoadMemDocument64(self._data, len(data), None)
        if not self._document:
            locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
            raise RefusedPaperError(Trouble.ENCRYPTED if locked else Trouble.DAMAGED)
        self._count = pdfium.FPDF_GetPageCount(self._document)
        if self._count < 1:
            raise RefusedPaperError(Trouble.NO_PAGES)
        if self._count > limits.most_pages:
            raise RefusedPaperError(Trouble.TOO_LARGE)

    def sizes(self) -> list[tuple[float, float]]:
        """The pages' widths and heights, in points; 0 where one cannot be read."""
        found = []
        for number in range(self._count):
            size = pdfium.FS_SIZEF()
            is_known = pdfium.FPDF_GetPageSizeByIndexF(self._document, number, size)
            found.append((float(size.width), float(size.height)) if is_known else (0.0, 0.0))
        return found

    def draw(self, wanted: Wanted) -> bytes:
        """One page, on white."""
        page = pdfium.FPDF_LoadPage(self._document, wanted.page)
        if not page:
            raise ValueError("the page is damaged")
        try:
            pixels = ctypes.create_string_buffer(wanted.width * wanted.height * _BYTES_A_PIXEL)
            size = (wanted.width, wanted.height)
            picture = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_BGRx, pixels, wanted.width * _BYTES_A_PIXEL)
            if not picture:
                raise MemoryError
            try:
                pdfium.FPDFBitmap_FillRect(picture, 0, 0, *size, _WHITE)
                turns = wanted.turn // 90
                pdfium.FPDF_RenderPageBitmap(picture, page, 0, 0, *size, turns, pdfium.FPDF_ANNOT)
            finally:
                pdfium.FPDFBitmap_Destroy(picture)
            return pixels.raw
        finally:
            pdfium.FPDF_ClosePage(page)


def opened(data: bytes, limits: ViewLimits) -> PdfPaper:
    """Open it. Raises RefusedPaperError."""
    return PdfPaper(data, limits)
