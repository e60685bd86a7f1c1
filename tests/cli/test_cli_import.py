"""`init`, `import` and `export` as an administrator meets them."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.school import SAMPLE, UNTIDY
from tests.support.workbooks import pupil, pupils

ROOT = Path(__file__).parents[2]


def test_nothing_is_applied_when_nobody_can_confirm(program, folder: Path) -> None:
    said = program("import", SAMPLE)
    assert said.code == 1
    assert "HocSinh (492 dòng): thêm 492" in said.out
    assert "✗ dòng 49" in said.out
    assert "--yes" in said.error
    assert not (folder / "data").exists()


def test_a_school_comes_in_and_coming_in_again_changes_nothing(solienlac) -> None:
    said = solienlac("import", "--yes", SAMPLE)
    assert (said.code, said.err) == (0, "")
    assert "Đã lưu." in said.out
    again = solienlac("import", "--yes", SAMPLE)
    assert again.code == 0
    assert "Không có gì để thay đổi." in again.out
    assert "Đã lưu" not in again.out
    assert solienlac("verify").code == 0


def test_what_is_exported_comes_back_without_a_change(solienlac, folder: Path) -> None:
    solienlac("import", "--yes", UNTIDY)
    assert solienlac("export", "ra.xlsx").code == 0
    assert "Không có gì để thay đổi." in solienlac("import", "ra.xlsx").out
    kept = (folder / "ra.xlsx").read_bytes()
    said = solienlac("export", "ra.xlsx")
    assert (said.code, "ra.xlsx" in said.error) == (1, True)
    assert (folder / "ra.xlsx").read_bytes() == kept
    assert solienlac("export", "--yes", "ra.xlsx").code == 0


def test_a_long_list_is_shortened_to_a_count_and_told_in_full(solienlac, folder: Path) -> None:
    rows = [pupil(n, code=f"7{n:03}", name=f"Người {n}") for n in range(1, 31)]
    (folder / "t.xlsx").write_bytes(pupils(*rows))
    short, full = solienlac("import", "t.xlsx").out, solienlac("import", "--full", "t.xlsx").out
    assert "không nhận 30" in short
    assert "… và 15 mục nữa" in short
    assert (short.count("✗"), full.count("✗")) == (16, 30)
    assert "Họ tên «Người 7» không phải tên người" in full


def test_what_changes_is_told_old_and_new(solienlac, folder: Path) -> None:
    old = pupil(1, code="701", name="Trần Văn An", mother=("Lê Thị Hà", "0912345678"))
    new = pupil(1, code="701", name="Trần Văn An", mother=("Lê Thị Hà", "0912345679"))
    for name, row in (("a.xlsx", old), ("b.xlsx", new)):
        (folder / name).write_bytes(pupils(row))
    solienlac("import", "--yes", "a.xlsx")
    out = solienlac("import", "b.xlsx").out
    assert "~ dòng 4, Trần Văn An (7A1): Điện thoại mẹ: 0912345678 → 0912345679" in out
    assert "701" not in solienlac("--language", "en", "import", "b.xlsx").err


@pytest.mark.parametrize(("answer", "code"), [("c\n", 0), ("có\n", 0), ("k\n", 1), ("\n", 1)])
def test_the_administrator_is_asked(folder: Path, answer: str, code: int) -> None:
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    keyboard, terminal = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "import", "t.xlsx"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.write(keyboard, answer.encode())
    out, err = running.communicate(timeout=60)
    os.close(keyboard)
    os.close(terminal)
    assert running.returncode == code, err
    assert ("Đã lưu." in out) == (code == 0)
    assert (folder / "data" / "solienlac.db").exists() == (code == 0)


def test_init_makes_a_school_once(solienlac, folder: Path) -> None:
    said = solienlac("init", "--yes", "--name", "Trường THCS Mẫu")
    assert said.code == 0
    assert (folder / "data" / "solienlac.db").exists()
    again = solienlac("init", "--yes")
    assert (again.code, "Trường THCS Mẫu" in again.out) == (0, True)
    other = solienlac("init", "--yes", "--name", "Trường khác")
    assert (other.code, "không ghi đè" in other.error) == (1, True)


def test_init_names_a_school_that_an_import_has_made(solienlac, folder: Path) -> None:
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    solienlac("import", "--yes", "t.xlsx")
    assert solienlac("init", "--yes", "--name", "Trường THCS Mẫu").code == 0
    assert "Trường THCS Mẫu" in solienlac("init").out


def test_init_asks_before_it_makes_anything(program, folder: Path) -> None:
    said = program("init", "--name", "Trường THCS Mẫu")
    assert (said.code, "--yes" in said.error) == (1, True)
    assert not (folder / "data").exists()


def test_the_empty_workbook_explains_itself_and_overwrites_nothing(solienlac) -> None:
    assert solienlac("import", "--template", "trong.xlsx").code == 0
    assert solienlac("import", "--template", "trong.xlsx").code == 1
    assert "không có dòng dữ liệu" in solienlac("import", "trong.xlsx").error


def test_headers_of_the_empty_workbook_are_all_understood(solienlac, folder: Path) -> None:
    import python_calamine

    from services.importing.layout import LAYOUTS, Sheet
    from services.importing.tables import _match

    solienlac("import", "--template", "trong.xlsx")
    book = python_calamine.CalamineWorkbook.from_path(folder / "trong.xlsx")
    assert set(book.sheet_names) == set(Sheet)
    for name in book.sheet_names:
        header = book.get_sheet_by_name(name).to_python()[0]
        columns = [column for column in LAYOUTS[Sheet(name)].columns if not column.hidden]
        assert list(_match(LAYOUTS[Sheet(name)], header).values()) == columns
