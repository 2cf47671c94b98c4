"""The README's examples: every ```console block is a terminal of 80 columns on which its commands were really run.

    python tests/readme_blocks.py --write

runs them again and writes what they print into the README.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from conftest import shown_on_terminal

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {"BAITIAO_OPERATOR": "readme", "LANG": "C.UTF-8", "TZ": "UTC"}


def rendered(text: str, folder: Path) -> str:
    """The README with the output of its commands as they print it now, run in order in an empty folder."""
    settings = {**ENVIRONMENT, "HOME": str(folder)}
    return BLOCK.sub(lambda block: f"```console\n{_played(block[1], folder, settings)}```", text)


def _played(block: str, folder: Path, settings: dict[str, str]) -> str:
    """The commands of a block with their output; an `export` holds for all that follow."""
    shown = ""
    for line in (line for line in block.splitlines() if line.startswith("$ ")):
        program, *words = shlex.split(line[2:])
        shown += f"{line}\n"
        if program == "export":
            settings.update(word.split("=", 1) for word in words)
        elif program == "baitiao":
            shown += _output(words, folder, settings)
        else:
            raise ValueError(f"not a command of ours: {line}")
    return shown


def _output(words: list[str], folder: Path, settings: dict[str, str]) -> str:
    lines = shown_on_terminal(80, *words, folder=folder, **settings).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main() -> None:
    """Shows the README as it should be, or writes it."""
    with tempfile.TemporaryDirectory() as folder:
        text = rendered(README.read_text(encoding="utf-8"), Path(folder))
    if "--write" in sys.argv:
        README.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
