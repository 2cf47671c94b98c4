"""A product of one's own is read anew each time: its file may be changed while the program runs."""

from __future__ import annotations

from baitiao_cli.products.catalogue import FOLDER, find_product


def test_a_file_that_was_changed_is_read_anew(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = (FOLDER / "inst.toml").read_text("utf-8").replace('id = "inst"', 'id = "mine"')
    (tmp_path / "mine.toml").write_text(own, "utf-8")
    assert find_product("mine.toml").installments == (3, 6, 12, 24)
    (tmp_path / "mine.toml").write_text(own.replace("[3, 6, 12, 24]", "[3, 6]"), "utf-8")
    assert find_product("mine.toml").installments == (3, 6)
