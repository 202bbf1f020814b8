"""The thinning of backups: what a year of work leaves, and that a wrong clock never costs one too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.penjarangan import BULANAN, HARIAN, MINGGUAN, TERBARU, Titik, yang_dibuang

AWAL = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)


def jalankan(langkah: list[datetime]) -> tuple[list[Titik], datetime]:
    """Backups made at these clock readings one after the other, thinned after each."""
    ada: list[Titik] = []
    for n, kini in enumerate(langkah, 1):
        ada.append(Titik(n, kini))
        buang = yang_dibuang(ada, kini)
        ada = [t for t in ada if t.nomor not in buang]
    return ada, langkah[-1]


def test_setahun_kerja_dengan_enam_belas_cadangan_sehari() -> None:
    langkah = [AWAL + timedelta(days=h, minutes=30 * n) for h in range(400) for n in range(16)]
    ada, kini = jalankan(langkah)
    segar = [t for t in ada if kini - t.waktu <= timedelta(days=2)]
    tua = [t for t in ada if kini - t.waktu > timedelta(days=2)]
    assert len(segar) == 16 * 2 + 1 or len(segar) == 16 * 2 + 16
    assert HARIAN + MINGGUAN + BULANAN - 1 <= len(tua) <= HARIAN + MINGGUAN + BULANAN
    assert len({t.waktu.date() for t in tua}) == len(tua)
    # 12 days, 10 weeks and 9 months reach back about a year.
    assert timedelta(days=300) < kini - ada[0].waktu < timedelta(days=400)


def test_dua_hari_terakhir_tinggal_semua() -> None:
    titik = [Titik(n, AWAL + timedelta(minutes=n)) for n in range(2000)]
    assert yang_dibuang(titik, AWAL + timedelta(minutes=2000)) == frozenset()


def test_jam_kembali_ke_tahun_2000_tidak_membuang_apa_pun() -> None:
    baik = [Titik(n, AWAL + timedelta(days=n)) for n in range(200)]
    salah = Titik(200, datetime(2000, 1, 1, tzinfo=UTC))
    assert yang_dibuang([*baik, salah], salah.waktu) == frozenset()


def test_sesudah_jam_betul_lagi_yang_salah_dihitung_muda() -> None:
    """One backup of the year 2000 and one of 2099 in between do not make their neighbours old."""
    waktu = [AWAL + timedelta(hours=n) for n in range(40)]
    lurus = [Titik(n, w) for n, w in enumerate(waktu)]
    waktu[20], waktu[30] = datetime(2000, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    bengkok = [Titik(n, w) for n, w in enumerate(waktu)]
    kini = AWAL + timedelta(hours=40)
    assert yang_dibuang(lurus, kini) == yang_dibuang(bengkok, kini) == frozenset()


def test_jam_maju_seabad_tetap_menyisakan_yang_terbaru() -> None:
    titik = [Titik(n, AWAL + timedelta(minutes=n)) for n in range(100)]
    buang = yang_dibuang(titik, AWAL + timedelta(days=36500))
    assert not buang & {t.nomor for t in titik[-TERBARU:]}


@given(
    st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), min_size=1, max_size=80)
)
def test_dengan_jam_apa_pun_yang_terbaru_tinggal_dan_tidak_ada_yang_dikarang(waktu: list[datetime]) -> None:
    titik = [Titik(n, w) for n, w in enumerate(waktu)]
    buang = yang_dibuang(titik, waktu[-1])
    assert buang <= {t.nomor for t in titik}
    assert not buang & {t.nomor for t in titik[-TERBARU:]}


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=300))
def test_penjarangan_kedua_tidak_membuang_lagi(jarak: list[int]) -> None:
    kini = AWAL
    titik = []
    for n, j in enumerate(jarak):
        kini += timedelta(minutes=j)
        titik.append(Titik(n, kini))
    buang = yang_dibuang(titik, kini)
    sisa = [t for t in titik if t.nomor not in buang]
    assert yang_dibuang(sisa, kini) == frozenset()
