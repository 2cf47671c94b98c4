"""What the scripts of `completion` say about themselves."""

from __future__ import annotations

from baitiao_cli.messages import Text

COMPLETION = Text("Prints the script by which bash, zsh or fish completes command lines, with the ids of the ledger.")
HOW = {
    "bash": Text(
        'Completion of baitiao. For this shell: eval "$(baitiao completion bash)"\n'
        "For every one: baitiao completion bash > ~/.local/share/bash-completion/completions/baitiao"
    ),
    "zsh": Text(
        'Completion of baitiao. For this shell: eval "$(baitiao completion zsh)"\n'
        "For every one: the same line in ~/.zshrc"
    ),
    "fish": Text(
        "Completion of baitiao. For this shell: baitiao completion fish | source\n"
        "For every one: baitiao completion fish > ~/.config/fish/completions/baitiao.fish"
    ),
}
SHELL = Text("The shell: bash, zsh or fish.")
