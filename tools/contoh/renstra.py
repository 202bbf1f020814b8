"""The medium-term plan 2020-2024 of the example: vision and missions as officially worded, aims, values."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import Renstra, RenstraButir, TataNilai

from .dasar import SATKER, id_baris

RENSTRA = id_baris("renstra", "2020-2024")

_BUTIR: dict[str, tuple[str, ...]] = {
    # Perpres 18/2020: the nine missions, as worded there.
    "misi_nasional": (
        "Peningkatan kualitas manusia Indonesia",
        "Struktur ekonomi yang produktif, mandiri, dan berdaya saing",
        "Pembangunan yang merata dan berkeadilan",
        "Mencapai lingkungan hidup yang berkelanjutan",
        "Kemajuan budaya yang mencerminkan kepribadian bangsa",
        "Penegakan sistem hukum yang bebas korupsi, bermartabat, dan tepercaya",
        "Perlindungan bagi segenap bangsa dan memberikan rasa aman pada setiap warga",
        "Pengelolaan pemerintahan yang bersih, efektif, dan tepercaya",
        "Sinergi pemerintah daerah dalam kerangka negara kesatuan",
    ),
    "arahan": (
        "Pembangunan sumber daya manusia",
        "Pembangunan infrastruktur",
        "Penyederhanaan regulasi",
        "Penyederhanaan birokrasi",
        "Transformasi ekonomi",
    ),
    # The seven missions of the ministry, as worded in its Renstra.
    "misi": (
        "Membentuk peraturan perundang-undangan yang berkualitas dan melindungi kepentingan nasional",
        "Menyelenggarakan pelayanan publik di bidang hukum yang berkualitas",
        "Mendukung penegakan hukum di bidang kekayaan intelektual, keimigrasian, administrasi hukum umum, dan "
        "pemasyarakatan yang bebas dari korupsi, bermartabat, dan tepercaya",
        "Melaksanakan penghormatan, perlindungan, dan pemenuhan hak asasi manusia yang berkelanjutan",
        "Melaksanakan peningkatan kesadaran hukum masyarakat",
        "Ikut serta menjaga stabilitas keamanan melalui peran keimigrasian dan pemasyarakatan",
        "Melaksanakan tata laksana pemerintahan yang baik melalui reformasi birokrasi dan kelembagaan",
    ),
    "tujuan": (
        "Terselenggaranya pembimbingan klien dan pemenuhan hak pendidikan klien anak sesuai dengan standar",
        "Terwujudnya dukungan manajemen satker yang tertib, akuntabel, dan tepat waktu",
    ),
    "strategi": (
        "Memperluas kerja sama dengan Kelompok Masyarakat Peduli Pemasyarakatan (Pokmas Lipas) dan instansi terkait",
        "Meningkatkan kompetensi pembimbing kemasyarakatan melalui bimbingan teknis dan pelatihan",
        "Memenuhi kebutuhan sarana dan prasarana pembimbingan secara bertahap",
        "Melaksanakan anggaran menurut jadwal dan memantaunya setiap bulan",
    ),
    "fungsi": (
        "Penelitian kemasyarakatan sebagai bahan peradilan",
        "Registrasi klien pemasyarakatan",
        "Bimbingan kemasyarakatan dan pengentasan anak",
        "Kehadiran pada sidang pengadilan, sidang diversi, dan sidang tim pengamat pemasyarakatan",
        "Bantuan bimbingan bagi bekas narapidana, anak, dan klien yang memerlukannya",
        "Urusan tata usaha balai",
    ),
}

# Value, short description in our own words.
_NILAI: dict[str, tuple[tuple[str, str], ...]] = {
    "BerAKHLAK": (
        ("Berorientasi Pelayanan", "mendahulukan kebutuhan masyarakat yang dilayani."),
        ("Akuntabel", "bertanggung jawab atas kepercayaan, waktu, dan barang milik negara."),
        ("Kompeten", "terus belajar agar pekerjaan berhasil dengan mutu terbaik."),
        ("Harmonis", "saling peduli dan menghargai perbedaan."),
        ("Loyal", "mengutamakan kepentingan bangsa dan negara serta menjaga nama baik instansi."),
        ("Adaptif", "cepat menyesuaikan diri dan mau memperbarui cara kerja."),
        ("Kolaboratif", "bekerja bersama berbagai pihak untuk hasil yang lebih baik."),
    ),
    "PASTI": (
        ("Profesional", "menguasai bidang tugas serta menjaga etika dan integritas."),
        ("Akuntabel", "setiap masukan, proses, dan hasil dapat dipertanggungjawabkan."),
        ("Sinergi", "membangun kerja sama yang saling percaya dan bermanfaat."),
        ("Transparan", "membuka informasi rencana, pelaksanaan, dan hasil kegiatan."),
        ("Inovatif", "berinisiatif memperbarui pelayanan dengan sumber daya yang ada."),
    ),
}


def baris() -> Iterator[Row]:
    """Rows of renstra, renstra_butir and tata_nilai."""
    yield Renstra(
        id=RENSTRA,
        nama=f"Rencana Strategis {SATKER} Tahun 2020-2024",
        tahun_awal=2020,
        tahun_akhir=2024,
        visi_nasional="Terwujudnya Indonesia Maju yang Berdaulat, Mandiri, dan Berkepribadian Berlandaskan "
        "Gotong Royong",
        sumber_visi_nasional="Peraturan Presiden Nomor 18 Tahun 2020 tentang Rencana Pembangunan Jangka Menengah "
        "Nasional Tahun 2020-2024",
        visi="Kementerian Hukum dan Hak Asasi Manusia yang Andal, Profesional, Inovatif, dan Berintegritas dalam "
        "Pelayanan kepada Presiden dan Wakil Presiden untuk Mewujudkan Visi dan Misi Presiden dan Wakil Presiden: "
        "“Indonesia Maju yang Berdaulat, Mandiri, dan Berkepribadian Berlandaskan Gotong Royong”",
        sumber_visi="Rencana Strategis Kementerian Hukum dan HAM Tahun 2020-2024",
        tahun_tabel_dari=2020,
    )
    for jenis, butir in _BUTIR.items():
        for n, isi in enumerate(butir, start=1):
            yield RenstraButir(
                id=id_baris("renstra_butir", f"{jenis}/{n}"), renstra_id=RENSTRA, urut=n, jenis=jenis, teks=isi
            )
    for kelompok, nilai in _NILAI.items():
        for n, (nama, uraian) in enumerate(nilai, start=1):
            yield TataNilai(
                id=id_baris("tata_nilai", f"{kelompok}/{nama}"),
                urut=n,
                kelompok=kelompok,
                nama=nama,
                uraian=uraian,
                sumber="Surat Edaran Menteri PANRB Nomor 20 Tahun 2021"
                if kelompok == "BerAKHLAK"
                else "Rencana Strategis Kementerian Hukum dan HAM Tahun 2020-2024",
                tahun_dari=2021 if kelompok == "BerAKHLAK" else 2020,
                tahun_sampai=None if kelompok == "BerAKHLAK" else 2024,
            )
