"""`baitiao demo`: a story in a throw-away ledger."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from baitiao_cli.actions.demo import STORY, play
from baitiao_cli.cli.request import Request, command
from baitiao_cli.show.demo import demo_document
from baitiao_cli.show.document import Document


@command("demo")
def demo(request: Request) -> Document:
    """Plays a bundled story and shows its tables; nothing of it stays."""
    with TemporaryDirectory(prefix="baitiao-demo-") as folder:
        scenes = list(play(Path(folder) / "ledger.db"))
    return demo_document(scenes, STORY[-1].today)
