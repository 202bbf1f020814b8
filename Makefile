# Dua perintah yang perlu diingat: `make run` dan `make test`. Keduanya menyiapkan sendiri semua yang perlu.
.PHONY: bantuan run test bench mutasi lock format bersih siap-jalan siap-uji
.DEFAULT_GOAL := bantuan

# Any Python starts the set-up; tools/siapkan.py then looks for the newest one that fits.
PYTHON3 := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c '' 2>/dev/null && { echo "$$p"; break; }; done)
PY := .venv/bin/python
BERKAS ?=
UJI ?=

bantuan:
	@echo "make run     membuka jendela dengan berkas contoh   (make run BERKAS=data.lkjip: berkas lain)"
	@echo "make test    memeriksa gaya, tipe, arah impor, dan menjalankan semua uji   (UJI='tests/core -x')"
	@echo "make bench   mengukur kecepatan"
	@echo "make mutasi  mengubah setiap isian satu per satu dan melihat apakah kertas ikut berubah (beberapa menit)"
	@echo "make lock    memperbarui daftar pustaka yang dipatok"
	@echo "make format  merapikan kode"
	@echo "make bersih  menghapus lingkungan dan singgahan (data tidak disentuh)"

run: siap-jalan
	@$(PY) main.py $(BERKAS)

# Compiled modules are kept for the many processes that the tests start; some machines forbid it for all of Python.
test: siap-uji
	@echo "== ruff check" && $(PY) -m ruff check --quiet .
	@echo "== ruff format" && $(PY) -m ruff format --quiet --check --diff .
	@echo "== mypy" && $(PY) -m mypy
	@echo "== pytest" && PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -q -n auto --maxprocesses 4 --dist worksteal $(UJI)

bench: siap-uji
	@if [ -f tools/bench/__main__.py ]; then $(PY) -m tools.bench; \
	else echo "Alat ukur (tools/bench) belum tersedia."; fi

mutasi: siap-uji
	@$(PY) -m tools.mutasi

lock: ada-python
	@$(PYTHON3) tools/siapkan.py kunci

format: siap-uji
	@$(PY) -m ruff check --fix . && $(PY) -m ruff format .

bersih:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache keluaran
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

siap-jalan: ada-python
	@$(PYTHON3) tools/siapkan.py jalan

siap-uji: ada-python
	@$(PYTHON3) tools/siapkan.py uji

.PHONY: ada-python
ada-python:
	@if [ -z "$(PYTHON3)" ]; then \
	echo "Python 3.11 atau lebih baru belum terpasang. Di Debian: sudo apt-get install -y python3 python3-venv" >&2; \
	exit 2; fi
