"""The sheets and columns of the school's workbook, and the other words schools have for them.

The same table finds the columns of a workbook that comes in and writes the headers of one that
goes out, so both are always one layout.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from services.importing.cells import fold


class Sheet(StrEnum):
    """The sheets, in the order in which they are taken in."""

    YEAR = "NamHoc"
    STAFF = "CanBo"
    PUPILS = "HocSinh"
    HOMEROOMS = "ChuNhiem"
    TEACHING = "PhanCong"
    TIMETABLE = "ThoiKhoaBieu"
    GROUPS = "Nhom"
    TESTS = "KiemTra"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as we write it and what else it is called, folded."""

    name: str
    header: str
    also: tuple[str, ...] = ()
    required: bool = False
    as_text: bool = False
    width: int = 14
    hidden: bool = False  # understood when it comes in, never written

    @property
    def folded(self) -> frozenset[str]:
        """Every header this column answers to."""
        return frozenset((fold(self.header), *self.also))


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet: its columns and what else the sheet is called (folded, without blanks)."""

    sheet: Sheet
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()
    by_header: dict[str, Column] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_header.update({word: c for c in self.columns for word in c.folded})

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


def _family(name: str, who: str, *others: str) -> tuple[Column, Column]:
    words = (fold(who), *others)
    names = tuple(f"{prefix} {word}" for word in words for prefix in ("ho ten", "ho va ten", "ten"))
    phones = tuple(
        f"{prefix} {word}"
        for word in words
        for prefix in ("dien thoai", "sdt", "so dien thoai", "dt", "so dt", "so dien thoai cua")
    )
    header = f"Họ tên {who}" if name != "guardian" else "Người giám hộ"
    return (
        Column(name, header, (*names, *others), width=24),
        Column(f"{name}_phone", f"Điện thoại {who}", phones, as_text=True),
    )


CLASS = Column(
    "class",
    "Mã lớp",
    ("lop", "ten lop", "lop hoc", "ma lop", "lop hoc hien tai"),
    required=True,
    width=8,
)
CLASS_SHORT = Column("class", "Lớp", ("ma lop", "ten lop", "lop hoc"), required=True, width=8)
SUBJECT = Column("subject", "Môn", ("mon hoc", "ten mon", "ten mon hoc"), required=True, width=34)
TEACHER = ("giao vien", "gv", "ho ten giao vien", "ten giao vien", "giao vien bo mon", "gvbm")
STAFF_CODES = ("ma gv", "ma giao vien", "ma can bo", "ma nhan vien", "ma so", "ma dinh danh")
NAMES = (
    "ho va ten",
    "ho ten",
    "ho va ten hoc sinh",
    "ho ten hoc sinh",
    "ten hoc sinh",
    "hoc sinh",
    "ho va ten dem",
    "ho dem",
    "ho va chu lot",
    "ho lot",
)
PUPIL_CODES = ("ma hs", "ma hoc sinh", "ma dinh danh", "ma dinh danh hoc sinh", "ma so hoc sinh")
PHONES = ("sdt", "so dien thoai", "dt", "so dt", "di dong", "dien thoai di dong")
STAFF_CODE = Column("code", "Mã cán bộ", STAFF_CODES, as_text=True, width=12)
PUPIL_CODE = Column("code", "Mã học sinh", PUPIL_CODES, as_text=True)
BIRTH = Column("birth", "Ngày sinh", ("ngay thang nam sinh", "nam sinh", "sinh ngay"), width=12)

LAYOUTS: dict[Sheet, Layout] = {
    layout.sheet: layout
    for layout in (
        Layout(
            Sheet.PUPILS,
            (
                Column("number", "STT", ("tt", "so tt", "so thu tu", "so danh sach"), width=6),
                CLASS,
                PUPIL_CODE,
                Column("name", "Họ tên", NAMES, required=True, width=26),
                Column("given", "Tên", ("ten",), hidden=True),
                BIRTH,
                Column("gender", "Giới tính", ("phai", "gt", "nam nu"), width=10),
                Column("female", "Nữ", ("nu",), hidden=True),
                Column(
                    "status",
                    "Trạng thái HS",
                    ("trang thai", "trang thai hoc sinh", "tinh trang"),
                    width=14,
                ),
                Column(
                    "since",
                    "Từ ngày",
                    ("ngay chuyen", "ngay bien dong", "ngay chuyen den", "ngay thoi hoc"),
                    hidden=True,
                ),
                Column("ethnic", "Dân tộc", ("dan toc",), width=10),
                Column(
                    "policy",
                    "Con gia đình chính sách",
                    ("gia dinh chinh sach", "dien chinh sach", "chinh sach"),
                    width=14,
                ),
                Column(
                    "address",
                    "Địa chỉ thường trú",
                    (
                        "dia chi",
                        "noi thuong tru",
                        "ho khau thuong tru",
                        "cho o hien nay",
                        "thuong tru",
                    ),
                    width=30,
                ),
                *_family("father", "cha", "bo", "ba"),
                *_family("mother", "mẹ", "ma"),
                *_family("guardian", "giám hộ", "nguoi giam ho"),
                Column("called", "Tên thường gọi", ("ten goi", "ten o nha"), width=16),
            ),
            ("hs", "danhsachhocsinh", "dshs", "danhsach", "hocsinhs"),
        ),
        Layout(
            Sheet.STAFF,
            (
                STAFF_CODE,
                Column(
                    "name",
                    "Họ tên",
                    (
                        "ho va ten",
                        "ho ten can bo",
                        "ho ten giao vien",
                        "ho va ten giao vien",
                        "ho va ten can bo",
                    ),
                    required=True,
                    width=26,
                ),
                Column("gender", "Giới tính", ("phai", "gt", "nam nu"), width=10),
                Column("phone", "Điện thoại", PHONES, as_text=True),
                Column(
                    "post",
                    "Chức vụ",
                    ("nhiem vu", "vi tri viec lam", "chuc danh", "vai tro"),
                    width=24,
                ),
                Column(
                    "department", "Tổ chuyên môn", ("to", "to bo mon", "to cm", "bo phan"), width=20
                ),
                Column(
                    "subjects",
                    "Môn dạy",
                    ("mon", "mon giang day", "day mon", "chuyen mon"),
                    width=28,
                ),
                Column("status", "Trạng thái", ("tinh trang", "trang thai can bo"), width=14),
            ),
            ("canbogiaovien", "giaovien", "nhansu", "cbgv", "cbgvnv", "danhsachcanbo"),
        ),
        Layout(
            Sheet.HOMEROOMS,
            (
                CLASS_SHORT,
                Column(
                    "teacher",
                    "Giáo viên chủ nhiệm",
                    ("gvcn", "chu nhiem", *TEACHER),
                    required=True,
                    width=26,
                ),
                STAFF_CODE,
            ),
            ("gvcn", "giaovienchunhiem", "phancongchunhiem"),
        ),
        Layout(
            Sheet.TEACHING,
            (
                CLASS_SHORT,
                SUBJECT,
                Column("teacher", "Giáo viên", TEACHER, required=True, width=26),
                STAFF_CODE,
            ),
            ("phanconggiangday", "phancongchuyenmon", "pccm"),
        ),
        Layout(
            Sheet.TIMETABLE,
            (
                CLASS_SHORT,
                Column("weekday", "Thứ", ("ngay", "thu trong tuan"), required=True, width=6),
                Column("half", "Buổi", ("ca", "buoi hoc"), width=8),
                Column("period", "Tiết", ("tiet hoc", "tiet thu"), required=True, width=6),
                SUBJECT,
            ),
            ("tkb", "thoikhoabieulop"),
        ),
        Layout(
            Sheet.YEAR,
            (
                Column("term", "Học kì", ("hoc ky", "hk"), width=8),
                Column("week", "Tuần", ("tuan hoc", "tuan thu", "so tuan"), width=8),
                Column("starts", "Từ ngày", ("ngay bat dau", "bat dau", "tu"), required=True),
                Column("ends", "Đến ngày", ("ngay ket thuc", "ket thuc", "den"), required=True),
                Column("note", "Ghi chú", ("noi dung",), width=30),
            ),
            ("kehoachnamhoc", "tuanhoc", "khungthoigian", "khungkehoach"),
        ),
        Layout(
            Sheet.TESTS,
            (
                Column("grade", "Khối", ("khoi lop",), required=True, width=8),
                SUBJECT,
                Column("term", "Học kì", ("hoc ky", "hk"), required=True, width=8),
                Column(
                    "kind",
                    "Loại",
                    ("loai kiem tra", "bai kiem tra", "ki kiem tra"),
                    required=True,
                    width=10,
                ),
                Column("day", "Ngày kiểm tra", ("ngay", "ngay kt", "lich kiem tra"), required=True),
            ),
            ("lichkiemtra", "kt", "ngaykiemtra"),
        ),
        Layout(
            Sheet.GROUPS,
            (
                Column(
                    "group",
                    "Nhóm",
                    ("ten nhom", "lop hoc them", "cau lac bo", "clb"),
                    required=True,
                    width=24,
                ),
                Column("kind", "Loại", ("loai nhom", "hinh thuc"), width=12),
                CLASS,
                Column("name", "Họ tên", NAMES, required=True, width=26),
                Column(
                    "leader",
                    "Phụ trách",
                    ("nguoi phu trach", "giao vien phu trach", *TEACHER),
                    width=26,
                ),
                PUPIL_CODE,
                BIRTH,
                Column("status", "Trạng thái", ("tinh trang",), width=12),
            ),
            ("nhomclb", "caulacbo", "clb", "hocthem"),
        ),
    )
}
