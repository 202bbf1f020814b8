"""Which paragraphs must not part from what follows them: the words that open a list, a formula or a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_desktop.report.blocks import Block, Formula, Items, Para

#: A longer paragraph may part like any other: it then leaves lines enough on either page.
_PANJANG = 420


def bergandeng(ini: Block, berikut: Block | None) -> bool:
    """Whether `ini` opens what comes next: a short paragraph before a list, or one that ends with a colon."""
    if not isinstance(ini, Para) or berikut is None:
        return False
    teks = "".join(r.teks for r in ini.isi).rstrip()
    if len(teks) > _PANJANG or ini.gaya in ("tengah", "kanan", "judul"):
        return False
    if isinstance(berikut, Items):
        return True
    return teks.endswith(":") and isinstance(berikut, Formula | Para)


def berpasang(blok: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Every block with whether it stays with the next one."""
    lalu: Block | None = None
    for b in blok:
        if lalu is not None:
            yield lalu, bergandeng(lalu, b)
        lalu = b
    if lalu is not None:
        yield lalu, False
