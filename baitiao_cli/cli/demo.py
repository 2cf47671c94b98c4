"""`baitiao demo`: a story in a ledger that is thrown away, or kept to try things on it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from baitiao_cli.actions.demo import STORY, play
from baitiao_cli.cli.cancelling import cancelled_by_signals
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import option, path
from baitiao_cli.show.demo import demo_document
from baitiao_cli.show.document import Document


@command("demo")
def demo(request: Request, keep: Annotated[Path | None, option("--keep", path, "PATH")] = None) -> Document:
    """Plays a bundled story and shows its tables; nothing of it stays, unless it is kept."""
    if keep is not None:
        return demo_document(list(play(keep)), STORY[-1].today, keep)
    with cancelled_by_signals(), TemporaryDirectory(prefix="baitiao-demo-") as folder:
        scenes = list(play(Path(folder) / "ledger.db"))
    return demo_document(scenes, STORY[-1].today)
