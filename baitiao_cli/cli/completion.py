"""`baitiao completion`: the script by which a shell completes command lines."""

from __future__ import annotations

import sys
from typing import Annotated

from baitiao_cli.cli.completing import FILES, TABLE
from baitiao_cli.cli.completion_table import table_of_commands
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of
from baitiao_cli.messages import completion as texts
from baitiao_cli.show.document import Document, csv_table

BASH = """\
_baitiao() {
    local program=$1 found line
    [[ -n $(type -P -- "$program") ]] || program=baitiao
    found=$(@TABLE=$_baitiao_table "$program" __complete bash "${COMP_LINE:0:$COMP_POINT}" 2>/dev/null)
    COMPREPLY=()
    if [[ $found == "@FILES" ]]; then
        compopt -o default 2>/dev/null
    elif [[ -n $found ]]; then
        while IFS= read -r line; do COMPREPLY+=("$line"); done <<<"$found"
    fi
}
complete -o nosort -F _baitiao baitiao 2>/dev/null || complete -F _baitiao baitiao
"""
ZSH = """\
_baitiao() {
    local program=$words[1] line
    local -a found shown texts
    whence -p -- $program >/dev/null || program=baitiao
    line=$(@TABLE=$_baitiao_table "$program" __complete zsh "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
    found=("${(@f)line}")
    if [[ $found[1] == "@FILES" ]]; then
        compset -P '*='
        _files
        return
    fi
    for line in $found; do
        texts+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  }")
    done
    [[ -n $texts[1] ]] && compadd -U -V baitiao -l -d shown -a texts
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _baitiao baitiao
"""
FISH = """\
function _baitiao
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    type -q -f -- $program; or set program baitiao
    set -l found (env "@TABLE=$_baitiao_table" $program __complete fish $words "$current" 2>/dev/null)
    if test "$found[1]" = "@FILES"
        set -l option (string match -r '^--[a-z-]+=' -- $current; or echo '')
        set -l paths (__fish_complete_path (string replace -r '^--[a-z-]+=' '' -- $current))
        printf '%s\\n' $option$paths
    else
        printf '%s\\n' $found
    end
end
complete -c baitiao -f -k -a '(_baitiao)'
"""
# The table holds letters, digits, some signs and line ends alone: nothing in it means anything to a shell in quotes.
SCRIPTS = {
    "bash": ("_baitiao_table='@KNOWN'\n", BASH),
    "zsh": ("#compdef baitiao\n_baitiao_table='@KNOWN'\n", ZSH),
    "fish": ("set -g _baitiao_table '@KNOWN'\n", FISH),
}


@command("completion")
def completion(request: Request, shell: Annotated[str, argument("SHELL", one_of(*SCRIPTS))]) -> Document | None:
    """Prints the script by which a shell completes command lines, with the ids of the ledger."""
    script = script_of(shell, request.language)
    if request.form in ("auto", "plain"):
        sys.stdout.write(script)
        return None
    data = {"shell": shell, "script": script}
    return Document(data=data, as_of=request.today, csv_table=csv_table("shell script", [data]))


def script_of(shell: str, language: str) -> str:
    """The script for a shell, with how to use it as a comment."""
    known, code = SCRIPTS[shell]
    told = "".join(f"# {line}\n" for line in texts.HOW[shell].in_language(language).split("\n"))
    script = known.replace("@KNOWN", table_of_commands()) + code.replace("@TABLE", TABLE).replace("@FILES", FILES)
    first, rest = (script.split("\n", 1)[0] + "\n", script.split("\n", 1)[1]) if script[0] == "#" else ("", script)
    return first + told + rest
