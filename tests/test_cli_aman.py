"""The parcel and the secret on the command line, and a restore over a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_desktop import cli
from lkjip_desktop.workspace import Workspace


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    Workspace.contoh(tmp_path / "data.lkjip").tutup()
    (tmp_path / "usb").mkdir()
    return tmp_path / "data.lkjip"


def test_paket_ditulis_dan_kirimannya_asli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas, usb = tmp_path / "kosong.lkjip", tmp_path / "usb"
    usb.mkdir()
    Workspace.baru(berkas, "Bapas Uji", 2023).tutup()
    assert cli.main(["paket", str(berkas), str(usb), "--tahun", "2023"]) == 0
    (folder,) = usb.iterdir()
    keluar = capsys.readouterr().out
    assert "Paket tahun 2023 ditulis" in keluar
    assert "Kode satker belum diisi" in keluar
    (kiriman,) = folder.glob("*.lkjip")
    assert cli.main(["verifikasi", str(kiriman)]) == 0
    assert cli.main(["paket", str(berkas), str(usb), "--tahun", "2019"]) == 2
    assert "2019" in capsys.readouterr().err


def test_kiriman_tersandi_dengan_kunci_penerima(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    umum, pribadi = Workspace.kunci_baru()
    for nama, isi in (("umum", umum), ("pribadi", f"{pribadi}\n"), ("kosong", "\n")):
        (berkas.parent / nama).write_text(isi)
    usb = berkas.parent / "usb"
    assert cli.main(["kirim", str(berkas), str(usb), "--rahasia", str(berkas.parent / "umum")]) == 0
    (kiriman,) = usb.glob("*.age")
    assert not list(usb.glob("*.lkjip"))
    assert cli.main(["verifikasi", str(kiriman)]) == 2
    assert "tersandi" in capsys.readouterr().err
    kunci = ["--rahasia", str(berkas.parent / "pribadi")]
    assert cli.main(["verifikasi", str(kiriman), *kunci]) == 0
    assert cli.main(["tanda-terima", str(kiriman), "-o", str(usb / "t.pdf"), *kunci]) == 0
    assert (usb / "t.pdf").read_bytes().startswith(b"%PDF")
    for salah in ("kosong", "tidak-ada"):
        assert cli.main(["kirim", str(berkas), str(usb), "--rahasia", str(berkas.parent / salah)]) == 2


def test_pulihkan_di_atas_berkas_yang_rusak(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usb = berkas.parent / "usb"
    assert cli.main(["cadangkan", str(berkas), str(usb)]) == 0
    (cadangan,) = usb.glob("*.lkjip")
    berkas.write_bytes(berkas.read_bytes()[:9000])
    assert cli.main(["periksa", str(berkas), "--tahun", "2023"]) == 2
    assert "terpotong" in capsys.readouterr().err
    assert cli.main(["pulihkan", str(cadangan), str(berkas)]) == 0
    assert "Berkas sebelumnya disimpan" in capsys.readouterr().out
    assert cli.main(["periksa", str(berkas), "--tahun", "2023"]) == 0
