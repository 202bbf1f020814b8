"""The number of a civil servant (NIP): read from any usual form, printed in its four groups."""

from __future__ import annotations

import re

from lkjip_desktop.core.tanggal import baca_tanggal

_AWALAN = re.compile(r"\s*(?:ni\s*p{2,3}k|nip)\b\s*[.:]*\s*|\s*nip(?=[0-9])", re.IGNORECASE)


def nip_cetak(nip: str) -> str:
    """18 digits in groups: "19681106 199203 1 002"; any other text (a police NRP) prints as it is."""
    if len(nip) == 18 and nip.isascii() and nip.isdigit():
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return nip


def baca_nip(text: str) -> tuple[str, str]:
    """(18 digits, "") or ("", why not); empty text gives ("", "").

    The parts are those of Peraturan Kepala BKN 22/2007: date of birth (8), year and month of appointment (6),
    sex 1 or 2, serial number (3). A PPPK carries a code from 21 where others carry the month.
    """
    if not text.strip(" -–—."):
        return "", ""
    nip = re.sub(r"[\s.·-]", "", _AWALAN.sub("", text[:100], count=1))
    if not (nip.isascii() and nip.isdigit()):
        return "", "NIP hanya berisi angka, misalnya 19900131 201503 1 001."
    if len(nip) != 18:
        return "", f"NIP harus 18 angka; yang ditulis {len(nip)} angka."
    lahir = f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"
    if baca_tanggal(lahir)[1]:
        return "", f"Delapan angka pertama NIP ({nip[:8]}) bukan tanggal lahir yang ada."
    if baca_tanggal(nip[8:12])[1] or not (1 <= int(nip[12:14]) <= 12 or int(nip[12:14]) >= 21):
        return "", f"Angka ke-9 sampai ke-14 NIP ({nip[8:14]}) bukan tahun dan bulan pengangkatan yang ada."
    if nip[14] not in "12":
        return "", f"Angka ke-15 NIP ({nip[14]}) harus 1 (pria) atau 2 (wanita)."
    return nip, ""
