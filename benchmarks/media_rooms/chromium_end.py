"""Chromium's end of a call, as a process of its own: a headless browser with a page of ours, driven by its debugger.

See `ends` for what is said, `page/` for what the page does.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import websockets

from benchmarks.media_rooms.ends import Message, Setting

BROWSER: Final = "chromium"
_PAGE: Final = Path(__file__).resolve().parent / "page"
FLAGS: Final = (
    "--headless",
    "--no-sandbox",  # it may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=WebRtcHideLocalIpsWithMdns",  # names that nobody here would resolve
    "--autoplay-policy=no-user-gesture-required",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--remote-debugging-port=0",
)
NO_DEVICES: Final = "--disable-audio-output"  # a card that swallows everything at its own pace
_DEVICES: Final = "--use-fake-ui-for-media-stream"  # nobody is asked whether the microphone may be used
_PATIENCE_S: Final = 20.0


class BrowserError(RuntimeError):
    """The browser does not do what it should."""


class Debugger:
    """The page's debugger (Chrome DevTools Protocol)."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self._socket = socket
        self._count = 0
        self._answers: dict[int, asyncio.Future[Message]] = {}
        self.loaded = asyncio.Event()
        """The page's script has run."""
        self.listening = asyncio.create_task(self._listen(), name="debugger")

    async def ask(self, method: str, **parameters: object) -> Message:
        """Call a method; what it answers.

        Raises:
            BrowserError: it refuses.
        """
        self._count += 1
        answer = self._answers[self._count] = asyncio.get_running_loop().create_future()
        await self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        told = await asyncio.wait_for(answer, _PATIENCE_S)
        if "error" in told:
            raise BrowserError(f"{method}: {told['error']}")
        result: Message = told["result"]
        return result

    async def evaluate(self, expression: str) -> Any:
        """What an expression comes to; a promise is awaited."""
        told = await self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise BrowserError(json.dumps(told["exceptionDetails"]))
        return told["result"].get("value")

    async def _listen(self) -> None:
        async for text in self._socket:
            message = json.loads(text)
            if (waiting := self._answers.pop(message.get("id"), None)) is not None:
                waiting.set_result(message)
            elif message.get("method") == "Runtime.bindingCalled":
                words = json.loads(message["params"]["payload"])
                if words["did"] == "loaded":
                    self.loaded.set()
                else:
                    _tell(words)
            elif message.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
                sys.stderr.write(text if isinstance(text, str) else text.decode())


class _Pages(SimpleHTTPRequestHandler):
    """Serves the page and the clip, and takes the pictures that are kept."""

    def __init__(self, setting: Setting, *connection: Any) -> None:
        self._setting = setting
        super().__init__(*connection, directory=str(_PAGE))

    def translate_path(self, path: str) -> str:
        return str(self._setting.clip.path) if path == "/clip" else super().translate_path(path)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        (Path(self._setting.kept) / Path(self.path).name).write_bytes(body)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Nobody reads it."""


async def _run(setting: Setting) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, setting))
    serving = threading.Thread(target=server.serve_forever, args=(0.05,), name="pages")
    serving.start()
    with tempfile.TemporaryDirectory(prefix="majlis-browser-", ignore_cleanup_errors=True) as profile:
        flags = (*FLAGS, _DEVICES if setting.devices else NO_DEVICES, f"--user-data-dir={profile}")
        browser = subprocess.Popen(  # noqa: ASYNC220 - it starts at once, and nothing else happens meanwhile
            [BROWSER, *flags, "about:blank"],
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            await _driven(setting, Path(profile), f"http://127.0.0.1:{server.server_port}/index.html")
        finally:
            os.killpg(browser.pid, signal.SIGKILL)  # with all its helpers
            browser.wait()
            server.shutdown()
            server.server_close()
            serving.join()


async def _driven(setting: Setting, profile: Path, page: str) -> None:
    async with websockets.connect(await debugger_address(profile), max_size=None) as browser_socket:
        browser = Debugger(browser_socket)
        target = (await browser.ask("Target.createTarget", url="about:blank"))["targetId"]
        browser.listening.cancel()
    address = (await debugger_address(profile)).split("/devtools/")[0]
    async with websockets.connect(f"{address}/devtools/page/{target}", max_size=None) as socket:
        debugger = Debugger(socket)
        await debugger.ask("Runtime.enable")
        await debugger.ask("Performance.enable")
        await debugger.ask("Runtime.addBinding", name="tell")
        await debugger.ask("Page.navigate", url=page)
        await asyncio.wait_for(debugger.loaded.wait(), _PATIENCE_S)
        # Chromium's ticks are CLOCK_MONOTONIC, from which performance.now() counts since the page began
        metrics = {each["name"]: each["value"] for each in (await debugger.ask("Performance.getMetrics"))["metrics"]}
        await debugger.evaluate(f"order({json.dumps({'do': 'open', 'setting': json.loads(setting.dumped())})})")
        _tell({"did": "ready"})
        await _obey(debugger, setting, metrics["NavigationStart"])
        debugger.listening.cancel()


async def _obey(debugger: Debugger, setting: Setting, began_s: float) -> None:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        words = json.loads(line)
        if words["do"] == "end":
            return
        answer = await debugger.evaluate(f"order({json.dumps(words)})")
        if words["do"] == "report":
            _tell(
                {
                    "did": "reported",
                    "sent": [(number, began_s + at_ms / 1000) for number, at_ms in answer["sent"]],
                    "seen": [
                        (*stamp, began_s + at_ms / 1000, *size)
                        for *stamp, at_ms, width, height in answer["seen"]
                        for size in [(width, height)]
                    ],
                    "kept": [
                        (number, began_s + at_ms / 1000, str(Path(setting.kept) / name), *size)
                        for number, at_ms, name, *size in answer["kept"]
                    ],
                    "notes": answer["notes"],
                }
            )


async def debugger_address(profile: Path) -> str:
    """Of the whole browser; it writes its port into its profile once it listens."""
    until = asyncio.get_running_loop().time() + _PATIENCE_S
    while asyncio.get_running_loop().time() < until:
        try:
            port, path = (profile / "DevToolsActivePort").read_text().split()
        except (FileNotFoundError, ValueError):
            await asyncio.sleep(0.02)
        else:
            return f"ws://127.0.0.1:{port}{path}"
    raise BrowserError("the browser does not start")


def _tell(words: Message) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_run(Setting.loaded(sys.argv[1])))
