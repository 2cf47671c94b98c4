"""A headless Chromium that tests look at pages with, driven over a pipe by its DevTools protocol; nothing but stdlib.

What a page asked the network for, what it wrote to the console, what stands in it and how wide it is.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)
PATIENCE_SECONDS = 60
A4 = {"preferCSSPageSize": True, "printBackground": True}


class Seen(NamedTuple):
    """What happened while a page was opened: the addresses it asked for besides its own, and complaints."""

    requests: list[str]
    complaints: list[str]


class Chromium:
    """One browser with one tab."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._last, self._rest = 0, b""
        self._events: list[dict[str, Any]] = []
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def open(self, file: Path, width: int = 1200, height: int = 900) -> Seen:
        """Opens a file in a window of that size and waits until it and all that it asks for is there."""
        is_phone = width < 600
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2 if is_phone else 1, "mobile": is_phone}
        self.call("Emulation.setDeviceMetricsOverride", **metrics)
        self._events.clear()
        address = file.resolve().as_uri()
        assert "errorText" not in self.call("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._receive()
        self.value("document.fonts.ready.then(() => 0)")
        sent = [event["params"] for event in self._events if event["method"] == "Network.requestWillBeSent"]
        asked = [each["request"]["url"] for each in sent]
        assert address in asked  # or we would not hear of requests at all
        complaints = [str(event) for event in self._events if event["method"] in COMPLAINTS]
        return Seen([url for url in asked if url != address and not url.startswith("data:")], complaints)

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript comes to in the page."""
        options = {"returnByValue": True, "awaitPromise": True}
        answer = self.call("Runtime.evaluate", expression=expression, **options)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def pdf(self) -> bytes:
        """The page printed, on the paper that it asks for."""
        return base64.b64decode(self.call("Page.printToPDF", **A4)["data"])

    def screenshot(self) -> bytes:
        """The whole page as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Calls a method of the protocol and returns its result; what happens meanwhile is kept."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._last:
                assert "error" not in answer, answer
                return answer["result"]

    def _receive(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], max(0, deadline - time.monotonic()))
            assert ready, "Chromium does not answer"
            read = os.read(self._from, 1 << 20)
            assert read, "Chromium has ended"
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        if "method" in told:
            self._events.append(told)
        return told


COMPLAINTS = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Network.loadingFailed")


@contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser with a new profile, gone at the end of the block with all of its processes."""
    folder = tempfile.mkdtemp(prefix="chromium-")
    commands, to_browser = os.pipe()
    from_browser, answers = os.pipe()
    # The protocol's pipe is descriptors 3 (what the browser reads) and 4 (what it writes).
    script = f'exec 3<&{commands} 4>&{answers}; exec chromium "$@"'
    process = subprocess.Popen(
        ["bash", "-c", script, "chromium", *FLAGS, f"--user-data-dir={folder}"],
        pass_fds=(commands, answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(commands)
    os.close(answers)
    try:
        yield Chromium(to_browser, from_browser)
    finally:
        os.close(to_browser)  # the browser ends when nobody can command it any more
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        os.close(from_browser)
        shutil.rmtree(folder, ignore_errors=True)
