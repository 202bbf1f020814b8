"""The steps by which a data file reaches the schema of this program; append only, user_version is the one truth.

The SQL is written out and never made from core.tables: a file of any released version must go the same way
for ever. tests/store/test_migrations.py compares the outcome with the row classes of today.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

#: "LKj7": what tells a data file of this program from any other SQLite file.
ID_APLIKASI = 0x4C4B6A37

_V1 = """
CREATE TABLE gambar (
    id TEXT NOT NULL PRIMARY KEY, nama TEXT NOT NULL, berkas TEXT NOT NULL, mime TEXT NOT NULL,
    lebar_px INTEGER, tinggi_px INTEGER
) STRICT;
CREATE TABLE identitas (
    id TEXT NOT NULL PRIMARY KEY, berlaku_dari TEXT NOT NULL, berlaku_sampai TEXT NOT NULL,
    nama TEXT NOT NULL, singkatan TEXT NOT NULL, kode_satker TEXT NOT NULL, kota TEXT NOT NULL,
    kementerian TEXT NOT NULL, kementerian_singkat TEXT NOT NULL, eselon_satu TEXT NOT NULL,
    kanwil TEXT NOT NULL, kota_kanwil TEXT NOT NULL, kop TEXT NOT NULL, alamat TEXT NOT NULL,
    telepon TEXT NOT NULL, faksimile TEXT NOT NULL, laman TEXT NOT NULL, surel TEXT NOT NULL,
    logo_id TEXT REFERENCES gambar(id) DEFERRABLE INITIALLY DEFERRED, pola_nomor TEXT NOT NULL
) STRICT;
CREATE TABLE pejabat (
    id TEXT NOT NULL PRIMARY KEY, urut INTEGER, nama TEXT NOT NULL, gelar_depan TEXT NOT NULL,
    gelar_belakang TEXT NOT NULL, nip TEXT NOT NULL, pangkat TEXT NOT NULL, jabatan TEXT NOT NULL,
    unit TEXT NOT NULL, jenis TEXT NOT NULL, tmt_dari TEXT NOT NULL, tmt_sampai TEXT NOT NULL,
    peran TEXT NOT NULL
) STRICT;
CREATE TABLE posisi (
    id TEXT NOT NULL PRIMARY KEY, urut INTEGER,
    induk_id TEXT REFERENCES posisi(id) DEFERRABLE INITIALLY DEFERRED, jabatan TEXT NOT NULL,
    unit TEXT NOT NULL, pejabat_id TEXT REFERENCES pejabat(id) DEFERRABLE INITIALLY DEFERRED,
    tugas TEXT NOT NULL, tahun_dari INTEGER, tahun_sampai INTEGER
) STRICT;
CREATE TABLE renstra (
    id TEXT NOT NULL PRIMARY KEY, nama TEXT NOT NULL, tahun_awal INTEGER, tahun_akhir INTEGER,
    visi_nasional TEXT NOT NULL, sumber_visi_nasional TEXT NOT NULL, visi TEXT NOT NULL,
    sumber_visi TEXT NOT NULL, tahun_tabel_dari INTEGER
) STRICT;
CREATE TABLE renstra_butir (
    id TEXT NOT NULL PRIMARY KEY, renstra_id TEXT REFERENCES renstra(id) DEFERRABLE INITIALLY DEFERRED,
    urut INTEGER, jenis TEXT NOT NULL, teks TEXT NOT NULL
) STRICT;
CREATE TABLE tata_nilai (
    id TEXT NOT NULL PRIMARY KEY, urut INTEGER, kelompok TEXT NOT NULL, nama TEXT NOT NULL,
    uraian TEXT NOT NULL, sumber TEXT NOT NULL, tahun_dari INTEGER, tahun_sampai INTEGER
) STRICT;
CREATE TABLE dasar_hukum (
    id TEXT NOT NULL PRIMARY KEY, urut INTEGER, nama TEXT NOT NULL, tentang TEXT NOT NULL,
    berlaku_dari TEXT NOT NULL, berlaku_sampai TEXT NOT NULL
) STRICT;
CREATE TABLE sasaran (
    id TEXT NOT NULL PRIMARY KEY, tingkat TEXT NOT NULL,
    induk_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED,
    renstra_id TEXT REFERENCES renstra(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE sasaran_tahun (
    id TEXT NOT NULL PRIMARY KEY, sasaran_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED,
    tahun INTEGER, urut INTEGER, kode TEXT NOT NULL, nama TEXT NOT NULL, bobot TEXT, pengantar TEXT NOT NULL
) STRICT;
CREATE TABLE indikator (
    id TEXT NOT NULL PRIMARY KEY, sasaran_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED,
    posisi_id TEXT REFERENCES posisi(id) DEFERRABLE INITIALLY DEFERRED, tahun_mulai INTEGER,
    tahun_akhir INTEGER, penerus_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE indikator_tahun (
    id TEXT NOT NULL PRIMARY KEY, indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED,
    tahun INTEGER, urut INTEGER, kode TEXT NOT NULL, nama TEXT NOT NULL, kelanjutan TEXT NOT NULL,
    jenis_nilai TEXT NOT NULL, satuan TEXT NOT NULL, polaritas TEXT NOT NULL,
    polaritas_pasti INTEGER NOT NULL, label_pembilang TEXT NOT NULL, label_penyebut TEXT NOT NULL,
    satuan_hitung TEXT NOT NULL, skala TEXT NOT NULL, konsolidasi TEXT NOT NULL, kumulatif INTEGER NOT NULL,
    target TEXT, target_atas TEXT, target_predikat TEXT NOT NULL, pembilang TEXT, penyebut TEXT,
    realisasi TEXT, realisasi_predikat TEXT NOT NULL, tanggal_data TEXT NOT NULL, bobot TEXT,
    definisi TEXT NOT NULL, rumus TEXT NOT NULL, sumber TEXT NOT NULL, penanggung_jawab TEXT NOT NULL,
    frekuensi TEXT NOT NULL, standar_nasional TEXT, sumber_standar TEXT NOT NULL
) STRICT;
CREATE TABLE target_renstra (
    id TEXT NOT NULL PRIMARY KEY, renstra_id TEXT REFERENCES renstra(id) DEFERRABLE INITIALLY DEFERRED,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, tahun INTEGER, nilai TEXT,
    nilai_atas TEXT, predikat TEXT NOT NULL
) STRICT;
CREATE TABLE indikator_periode (
    id TEXT NOT NULL PRIMARY KEY, indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED,
    tahun INTEGER, jenis TEXT NOT NULL, periode INTEGER, target TEXT, pembilang TEXT, penyebut TEXT,
    realisasi TEXT, alasan_koreksi TEXT NOT NULL, kendala TEXT NOT NULL, solusi TEXT NOT NULL,
    tindak_lanjut TEXT NOT NULL, penanggung_jawab TEXT NOT NULL, tenggat TEXT NOT NULL
) STRICT;
CREATE TABLE analisis (
    id TEXT NOT NULL PRIMARY KEY, indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED,
    tahun INTEGER, nomor INTEGER, isi TEXT NOT NULL, peristiwa TEXT NOT NULL, sebab TEXT NOT NULL,
    tindakan TEXT NOT NULL, sama_dengan_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE bukti (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, nama TEXT NOT NULL,
    lokasi TEXT NOT NULL, tanggal TEXT NOT NULL, nama_berkas TEXT NOT NULL, mime TEXT NOT NULL,
    berkas TEXT NOT NULL
) STRICT;
CREATE TABLE rencana_aksi (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, uraian TEXT NOT NULL,
    keluaran TEXT NOT NULL, tw1 TEXT NOT NULL, tw2 TEXT NOT NULL, tw3 TEXT NOT NULL, tw4 TEXT NOT NULL,
    anggaran INTEGER, penanggung_jawab TEXT NOT NULL
) STRICT;
CREATE TABLE pk (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, nomor INTEGER,
    posisi_id TEXT REFERENCES posisi(id) DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL,
    alasan TEXT NOT NULL, alasan_uraian TEXT NOT NULL, berlaku_dari TEXT NOT NULL, tempat TEXT NOT NULL,
    tanggal TEXT NOT NULL, judul TEXT NOT NULL, judul_lampiran TEXT NOT NULL, pakai_kop INTEGER NOT NULL,
    elektronik INTEGER NOT NULL, cetak_rencana_aksi INTEGER NOT NULL, cetak_kode INTEGER NOT NULL,
    p1_pejabat_id TEXT REFERENCES pejabat(id) DEFERRABLE INITIALLY DEFERRED, p1_nama TEXT NOT NULL,
    p1_gelar_depan TEXT NOT NULL, p1_gelar_belakang TEXT NOT NULL, p1_pangkat TEXT NOT NULL,
    p1_nip TEXT NOT NULL, p1_jenis TEXT NOT NULL, p1_jabatan TEXT NOT NULL, p1_unit TEXT NOT NULL,
    p1_cetak_gelar INTEGER NOT NULL, p1_cetak_pangkat INTEGER NOT NULL, p1_cetak_nip INTEGER NOT NULL,
    p2_pejabat_id TEXT REFERENCES pejabat(id) DEFERRABLE INITIALLY DEFERRED, p2_nama TEXT NOT NULL,
    p2_gelar_depan TEXT NOT NULL, p2_gelar_belakang TEXT NOT NULL, p2_pangkat TEXT NOT NULL,
    p2_nip TEXT NOT NULL, p2_jenis TEXT NOT NULL, p2_jabatan TEXT NOT NULL, p2_unit TEXT NOT NULL,
    p2_cetak_gelar INTEGER NOT NULL, p2_cetak_pangkat INTEGER NOT NULL, p2_cetak_nip INTEGER NOT NULL,
    identitas_id TEXT REFERENCES identitas(id) DEFERRABLE INITIALLY DEFERRED, pernyataan TEXT NOT NULL,
    sidik TEXT NOT NULL
) STRICT;
CREATE TABLE pk_cakupan (
    id TEXT NOT NULL PRIMARY KEY, pk_id TEXT REFERENCES pk(id) DEFERRABLE INITIALLY DEFERRED, urut INTEGER,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, target TEXT
) STRICT;
CREATE TABLE pk_butir (
    id TEXT NOT NULL PRIMARY KEY, pk_id TEXT REFERENCES pk(id) DEFERRABLE INITIALLY DEFERRED, urut INTEGER,
    tingkat TEXT NOT NULL, sasaran_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED,
    sasaran_kode TEXT NOT NULL, sasaran_nama TEXT NOT NULL,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, indikator_kode TEXT NOT NULL,
    indikator_nama TEXT NOT NULL, satuan TEXT NOT NULL, jenis_nilai TEXT NOT NULL, polaritas TEXT NOT NULL,
    target TEXT, target_atas TEXT, target_predikat TEXT NOT NULL
) STRICT;
CREATE TABLE pk_anggaran (
    id TEXT NOT NULL PRIMARY KEY, pk_id TEXT REFERENCES pk(id) DEFERRABLE INITIALLY DEFERRED, urut INTEGER,
    jenis TEXT NOT NULL, kode TEXT NOT NULL, nama TEXT NOT NULL, nilai INTEGER
) STRICT;
CREATE TABLE pindaian (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, naskah TEXT NOT NULL,
    pk_id TEXT REFERENCES pk(id) DEFERRABLE INITIALLY DEFERRED, nama_berkas TEXT NOT NULL, mime TEXT NOT NULL,
    berkas TEXT NOT NULL, halaman INTEGER, pakai INTEGER NOT NULL
) STRICT;
CREATE TABLE kegiatan (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, jenis TEXT NOT NULL,
    induk_id TEXT REFERENCES kegiatan(id) DEFERRABLE INITIALLY DEFERRED, kode TEXT NOT NULL,
    nama TEXT NOT NULL, sasaran_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED, anggaran INTEGER
) STRICT;
CREATE TABLE ro (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, jenis TEXT NOT NULL,
    kegiatan_id TEXT REFERENCES kegiatan(id) DEFERRABLE INITIALLY DEFERRED,
    induk_id TEXT REFERENCES ro(id) DEFERRABLE INITIALLY DEFERRED, kode TEXT NOT NULL, nama TEXT NOT NULL,
    satuan TEXT NOT NULL, target_volume TEXT, realisasi_volume TEXT, progres TEXT, pagu INTEGER,
    realisasi INTEGER
) STRICT;
CREATE TABLE ro_indikator (
    id TEXT NOT NULL PRIMARY KEY, ro_id TEXT REFERENCES ro(id) DEFERRABLE INITIALLY DEFERRED,
    indikator_id TEXT REFERENCES indikator(id) DEFERRABLE INITIALLY DEFERRED, porsi TEXT
) STRICT;
CREATE TABLE anggaran_sasaran (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER,
    sasaran_id TEXT REFERENCES sasaran(id) DEFERRABLE INITIALLY DEFERRED,
    kegiatan_id TEXT REFERENCES kegiatan(id) DEFERRABLE INITIALLY DEFERRED, pagu_awal INTEGER, pagu INTEGER,
    blokir INTEGER, realisasi INTEGER, tanggal_data TEXT NOT NULL, sumber TEXT NOT NULL
) STRICT;
CREATE TABLE anggaran_belanja (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, kode TEXT NOT NULL, nama TEXT NOT NULL, pagu_awal INTEGER,
    pagu INTEGER, blokir INTEGER, realisasi INTEGER, tanggal_data TEXT NOT NULL, sumber TEXT NOT NULL
) STRICT;
CREATE TABLE skor (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, jenis TEXT NOT NULL, nilai_resmi TEXT,
    kategori_resmi TEXT NOT NULL, tanggal_data TEXT NOT NULL, sumber TEXT NOT NULL
) STRICT;
CREATE TABLE skor_komponen (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, jenis TEXT NOT NULL, kode TEXT NOT NULL, nilai TEXT,
    berlaku INTEGER NOT NULL, nilai_akhir_resmi TEXT, catatan TEXT NOT NULL
) STRICT;
CREATE TABLE laporan (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, nama_dokumen TEXT NOT NULL, singkatan TEXT NOT NULL,
    tempat TEXT NOT NULL, tanggal TEXT NOT NULL,
    penandatangan_id TEXT REFERENCES pejabat(id) DEFERRABLE INITIALLY DEFERRED, elektronik INTEGER NOT NULL,
    gambar_sampul_id TEXT REFERENCES gambar(id) DEFERRABLE INITIALLY DEFERRED, tanggal_dipa TEXT NOT NULL,
    batas_lkjip TEXT NOT NULL
) STRICT;
CREATE TABLE surat (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, nomor TEXT NOT NULL, tempat TEXT NOT NULL,
    tanggal TEXT NOT NULL, sifat TEXT NOT NULL, lampiran TEXT NOT NULL, perihal TEXT NOT NULL,
    yth TEXT NOT NULL, di TEXT NOT NULL, dasar TEXT NOT NULL, isi TEXT NOT NULL, tembusan TEXT NOT NULL,
    penandatangan_id TEXT REFERENCES pejabat(id) DEFERRABLE INITIALLY DEFERRED, elektronik INTEGER NOT NULL
) STRICT;
CREATE TABLE naskah (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, bagian TEXT NOT NULL, judul TEXT NOT NULL, isi TEXT NOT NULL,
    tampil INTEGER NOT NULL
) STRICT;
CREATE TABLE data_dukung (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, kelompok TEXT NOT NULL, kategori TEXT NOT NULL,
    uraian TEXT NOT NULL, jumlah TEXT, satuan TEXT NOT NULL
) STRICT;
CREATE TABLE kinerja_lain (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, judul TEXT NOT NULL, isi TEXT NOT NULL,
    tenggat TEXT NOT NULL, sumber TEXT NOT NULL, target TEXT, realisasi TEXT, satuan TEXT NOT NULL
) STRICT;
CREATE TABLE kinerja_lain_angka (
    id TEXT NOT NULL PRIMARY KEY,
    kinerja_lain_id TEXT REFERENCES kinerja_lain(id) DEFERRABLE INITIALLY DEFERRED, label TEXT NOT NULL,
    bulan INTEGER, nilai TEXT
) STRICT;
CREATE TABLE prestasi (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, nama TEXT NOT NULL, pemberi TEXT NOT NULL,
    tanggal TEXT NOT NULL, keterangan TEXT NOT NULL,
    gambar_id TEXT REFERENCES gambar(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE ilustrasi (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, bagian TEXT NOT NULL, pemilik_id TEXT NOT NULL, urut INTEGER,
    gambar_id TEXT REFERENCES gambar(id) DEFERRABLE INITIALLY DEFERRED, judul TEXT NOT NULL,
    sumber TEXT NOT NULL, lebar_mm INTEGER, kelompok INTEGER
) STRICT;
CREATE TABLE rekomendasi (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, urut INTEGER, rekomendasi TEXT NOT NULL,
    sumber TEXT NOT NULL, tindak_lanjut TEXT NOT NULL, status TEXT NOT NULL, bukti TEXT NOT NULL,
    penanggung_jawab TEXT NOT NULL, tenggat TEXT NOT NULL
) STRICT;
CREATE TABLE ceklis (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, jenis TEXT NOT NULL, kode TEXT NOT NULL,
    jawaban TEXT NOT NULL, catatan TEXT NOT NULL
) STRICT;
CREATE TABLE tenggat (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, tanggal TEXT NOT NULL, nama TEXT NOT NULL,
    selesai INTEGER NOT NULL, catatan TEXT NOT NULL
) STRICT;
CREATE TABLE aturan (
    id TEXT NOT NULL PRIMARY KEY, jenis TEXT NOT NULL, berlaku_dari TEXT NOT NULL, isi TEXT NOT NULL,
    sumber TEXT NOT NULL, terkonfirmasi INTEGER NOT NULL
) STRICT;
CREATE TABLE kunci (
    id TEXT NOT NULL PRIMARY KEY, tahun INTEGER, cakupan TEXT NOT NULL, periode TEXT NOT NULL,
    alasan TEXT NOT NULL, oleh TEXT NOT NULL, waktu TEXT NOT NULL
) STRICT;
CREATE TABLE jurnal (
    nomor INTEGER NOT NULL PRIMARY KEY, waktu TEXT NOT NULL, oleh TEXT NOT NULL, jenis TEXT NOT NULL,
    membatalkan INTEGER REFERENCES jurnal(nomor), pagar INTEGER NOT NULL, label TEXT NOT NULL, isi TEXT NOT NULL
) STRICT;
CREATE TABLE draf (
    tabel TEXT NOT NULL, kunci TEXT NOT NULL, kolom TEXT NOT NULL, teks TEXT NOT NULL, waktu TEXT NOT NULL,
    PRIMARY KEY (tabel, kunci, kolom)
) STRICT;
CREATE TABLE setelan (nama TEXT NOT NULL PRIMARY KEY, nilai TEXT NOT NULL) STRICT;
CREATE TABLE segel (
    revisi INTEGER NOT NULL PRIMARY KEY, waktu TEXT NOT NULL, sidik TEXT NOT NULL, isi TEXT NOT NULL
) STRICT;
CREATE TABLE blob (sha TEXT NOT NULL PRIMARY KEY, isi BLOB NOT NULL) STRICT;
"""

# The pagu on the date of a Perjanjian Kinerja.
_V2 = "ALTER TABLE pk ADD COLUMN pagu INTEGER;\n"

# Words of the office's rules that a signed Perjanjian Kinerja keeps.
_V3 = """
ALTER TABLE pk ADD COLUMN nama_naskah TEXT NOT NULL DEFAULT '';
ALTER TABLE pk ADD COLUMN sebutan_pertama TEXT NOT NULL DEFAULT '';
ALTER TABLE pk ADD COLUMN sebutan_kedua TEXT NOT NULL DEFAULT '';
"""

#: MIGRASI[n] brings a file from user_version n to n + 1.
MIGRASI: tuple[str, ...] = (_V1, _V2, _V3)


def terapkan(conn: sqlite3.Connection, migrasi: Sequence[str] = MIGRASI) -> None:
    """Bring a file to the last version, all steps in one transaction: either all of them or none.

    Must be called outside a transaction and with foreign_keys off, since SQLite cannot rebuild a table that
    others refer to while they are on; the references are checked at the end instead.

    Raises:
        sqlite3.Error: when a step fails; the file is as before.
    """
    (ada,) = conn.execute("PRAGMA user_version").fetchone()
    if ada >= len(migrasi):
        return
    conn.execute("BEGIN IMMEDIATE")
    try:
        for skrip in migrasi[ada:]:
            for perintah in skrip.split(";\n"):
                if perintah.strip():
                    conn.execute(perintah)
        if rusak := conn.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"broken references after migration: {rusak[:3]}")
        conn.execute(f"PRAGMA application_id = {ID_APLIKASI}")
        conn.execute(f"PRAGMA user_version = {len(migrasi)}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
