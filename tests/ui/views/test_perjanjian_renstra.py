"""What the agreement's contents say of the Renstra where the Renstra is still empty."""

from __future__ import annotations

from types import SimpleNamespace

from ui.views.perjanjian_isi import thread


def _janji(kode: str, cetak: str | None) -> SimpleNamespace:
    renstra = None if cetak is None else SimpleNamespace(cetak=cetak)
    return SimpleNamespace(
        butir=SimpleNamespace(kode=kode), jenis="IKK", terukur=True, beda_renstra=False, renstra=renstra
    )


def test_an_empty_renstra_is_not_called_the_same() -> None:
    words = thread((_janji("SK1.IKK1", "60%"), _janji("SK1.IKK2", "-"), _janji("SK2.IKK1", None)))  # type: ignore[arg-type]  # only what is read
    assert "Semua target sama" not in words
    assert words == "– Target Renstra belum diisi: SK1.IKK2, SK2.IKK1."
