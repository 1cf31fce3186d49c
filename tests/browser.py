"""A real Chromium with one page of a telephone's size, driven by its debugger."""

import base64
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import websockets

from benchmarks.media_rooms.chromium_end import BROWSER, FLAGS, NO_DEVICES, Debugger, debugger_address

_WIDTH, _HEIGHT = 390, 844
_MOBILE: Final = 600
_WITHIN_S: Final = 20.0
_DRAWN: Final = "--use-fake-device-for-media-stream"
_KEYS: Final = {"Tab": {"windowsVirtualKeyCode": 9}, "Escape": {"windowsVirtualKeyCode": 27}}
_WATCHING: Final = (
    "window.violations = [];"
    "document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));"
    "window.addEventListener('error', (event) => violations.push(String(event.message)));"
)


@dataclass
class PhonePage:
    """A page as somebody with a telephone has it before them."""

    _debugger: Debugger

    async def go(self, url: str) -> None:
        """Open an address, from an empty page: another fragment alone would load nothing."""
        await self._debugger.ask("Page.navigate", url="about:blank")
        await self._debugger.ask("Page.navigate", url=url)
        await self.until(f"document.readyState === 'complete' && location.pathname === '{urlsplit(url).path}'")

    async def says(self, expression: str) -> Any:
        """What an expression comes to."""
        return await self._debugger.evaluate(expression)

    async def begins_with(self, script: str) -> None:
        """Have a script run before each page that is loaded from here on, one that is loaded anew included."""
        await self._debugger.ask("Page.addScriptToEvaluateOnNewDocument", source=script)

    async def until(self, condition: str, within_s: float = _WITHIN_S) -> None:
        """Wait until a condition holds on the page."""
        until_s = time.monotonic() + within_s
        while not await self._debugger.evaluate(f"Boolean({condition})"):
            assert time.monotonic() < until_s, f"never {condition}: {await self.says('document.body.innerText')}"

    async def choose(self, *files: Path, into: str = "files") -> None:
        """Choose files in the dialog of the page's field of that name."""
        found = await self._debugger.ask("Runtime.evaluate", expression=f"document.getElementById('{into}')")
        await self._debugger.ask(
            "DOM.setFileInputFiles", files=[str(file) for file in files], objectId=found["result"]["objectId"]
        )

    async def press(self, name: str) -> None:
        """Press a button that is seen and can be pressed, as a person does."""
        await self.click(f"document.getElementById('{name}')")

    async def click(self, it: str) -> None:
        """Press what an expression names, once it is seen and can be pressed."""
        await self.until(f"{it}?.checkVisibility() && !{it}.disabled")
        await self._debugger.ask("Runtime.evaluate", expression=f"{it}.click()", userGesture=True)

    async def key(self, name: str) -> None:
        """Press a key that writes nothing, wherever the page's focus is."""
        for kind in ("rawKeyDown", "keyUp"):
            await self._debugger.ask("Input.dispatchKeyEvent", type=kind, key=name, code=name, **_KEYS[name])

    async def allow(self, setting: str, *devices: str) -> None:
        """Say whether this browser's pages may use "camera" and "microphone": "granted" or "denied"."""
        for device in devices:
            await self._debugger.ask("Browser.setPermission", permission={"name": device}, setting=setting)

    async def resize(self, width: int, height: int, *, is_dark: bool = False) -> None:
        """Another screen."""
        size: dict[str, Any] = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < _MOBILE}
        await self._debugger.ask("Emulation.setDeviceMetricsOverride", **size)
        await self._debugger.ask("Emulation.setEmulatedMedia", features=_scheme(is_dark=is_dark))

    async def reload(self) -> None:
        """As by the browser's own button; wait until the page has begun anew."""
        await self.says("window.isOld = true")
        await self._debugger.ask("Page.reload")
        await self.until("!window.isOld && document.readyState === 'complete'")

    async def picture(self) -> bytes:
        """What is seen, as a PNG."""
        return base64.b64decode((await self._debugger.ask("Page.captureScreenshot", format="png"))["data"])

    async def paper(self) -> bytes:
        """What comes out where it is printed, as a PDF."""
        return base64.b64decode((await self._debugger.ask("Page.printToPDF"))["data"])


def _scheme(*, is_dark: bool) -> list[dict[str, str]]:
    return [{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}]


@asynccontextmanager
async def phone_page(language: str, *, is_dark: bool = False, has_camera: bool = False) -> AsyncIterator[PhonePage]:
    """A browser that asks for pages in this language; its camera and microphone, where it has them, are drawn."""
    with tempfile.TemporaryDirectory(prefix="majlis-browser-", ignore_cleanup_errors=True) as profile:
        devices = (_DRAWN,) if has_camera else ()
        flags = (*FLAGS, NO_DEVICES, *devices, f"--user-data-dir={profile}")
        browser = subprocess.Popen(  # noqa: ASYNC220 - it starts at once, and nothing else happens meanwhile
            [BROWSER, *flags, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            async with _opened(Path(profile), language, is_dark=is_dark) as page:
                yield page
        finally:
            os.killpg(browser.pid, signal.SIGKILL)  # with all its helpers
            browser.wait()


@asynccontextmanager
async def _opened(profile: Path, language: str, *, is_dark: bool) -> AsyncIterator[PhonePage]:
    address = await debugger_address(profile)
    async with websockets.connect(address, max_size=None) as socket:
        whole = Debugger(socket)
        target = (await whole.ask("Target.createTarget", url="about:blank"))["targetId"]
        whole.listening.cancel()
    place = address.split("/devtools/")[0]
    async with websockets.connect(f"{place}/devtools/page/{target}", max_size=None) as socket:
        debugger = Debugger(socket)
        agent = (await debugger.ask("Browser.getVersion"))["userAgent"]
        size: dict[str, Any] = {"width": _WIDTH, "height": _HEIGHT, "deviceScaleFactor": 2, "mobile": True}
        for method, parameters in (
            ("Page.enable", {}),
            ("Emulation.setDeviceMetricsOverride", size),
            ("Emulation.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": language}),
            ("Emulation.setEmulatedMedia", {"features": _scheme(is_dark=is_dark)}),
            ("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCHING}),
        ):
            await debugger.ask(method, **parameters)
        try:
            yield PhonePage(debugger)
        finally:
            debugger.listening.cancel()
