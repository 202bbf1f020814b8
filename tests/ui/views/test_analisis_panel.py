"""What the panel shows as written by the program is what the report prints."""

from __future__ import annotations

from lkjip_desktop.core.banding import sebut_renstra
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.tables import Renstra
from tests.report.sections.contoh import atur, ind, konteks_lahat, lahat, teks
from tests.report.sections.contoh_indikator import blok_ikk
from ui.views.analisis_panel import generated


def test_the_panel_names_the_plan_and_rounds_like_the_paper() -> None:
    s = atur(lahat(), "pengukuran", desimal=1)
    hasil = hitung(s, 2023)
    h = hasil.per_indikator[ind(s, "SK1.IKK1").indikator_id]
    kertas = teks(blok_ikk(konteks_lahat(s), "SK1.IKK1")[1])
    for nomor in (3, 4, 6):
        layar = generated(nomor, h, hasil, s)
        assert layar
        assert layar.split(". ")[0] in kertas
    assert "Renstra 2020–2024" in generated(3, h, hasil, s)
    assert sebut_renstra(None) == ""
    assert sebut_renstra(Renstra(id="r", tahun_awal=2025)) == "Renstra"
