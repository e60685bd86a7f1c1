"""What the minimum record looks like: a class's list of gaps, a pupil's card, one open question."""

from collections.abc import Sequence
from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardMarkup

from handlers.awaiting import figures
from handlers.linking_looks import paging
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.record_fields import Adult, Field, Minimum
from services.records import ClassRecords, Filled
from storage.rosters import Place

PER_PAGE = 12
Face = tuple[str, InlineKeyboardMarkup | None]


class RecordTalk(StatesGroup):
    """A value is awaited: of a pupil's record, or a family's own new number or address."""

    filling = State()
    phone = State()
    address = State()


figures(RecordTalk.filling)  # dates and numbers are typed
figures(RecordTalk.phone)


class RecordList(CallbackData, prefix="rcl"):
    """A page of a class's gaps."""

    klass: int
    page: int


class RecordCard(CallbackData, prefix="rcc"):
    """One pupil's record."""

    pupil: int


class RecordAsk(CallbackData, prefix="rca"):
    """Ask for one field; `rest`: then for the other gaps."""

    pupil: int
    field: str
    rest: bool


class RecordPut(CallbackData, prefix="rcp"):
    """A value that need not be typed."""

    pupil: int
    field: str
    value: str


class RecordUndo(CallbackData, prefix="rcu"):
    """Put back what stood there."""

    change: int


NAMES = {
    Field.BIRTH: "record-field-birth",
    Field.GENDER: "record-field-gender",
    Field.ETHNIC: "record-field-ethnic",
    Field.ADDRESS: "record-field-address",
    Field.GUARDIAN: "record-field-guardian",
    Field.PHONE: "record-field-phone",
    Field.POLICY: "record-field-policy",
}
QUESTIONS = {
    Field.BIRTH: "record-ask-birth",
    Field.GENDER: "record-ask-gender",
    Field.ETHNIC: "record-ask-ethnic",
    Field.ADDRESS: "record-ask-address",
    Field.GUARDIAN: "record-ask-guardian",
    Field.PHONE: "record-ask-phone",
    Field.POLICY: "record-ask-policy",
}


def field_words(t: Texts, field: Field) -> str:
    """ "ngày sinh"; plain text."""
    return t.plain(NAMES[field])


def gap_words(t: Texts, gaps: Sequence[Field]) -> str:
    """ "ngày sinh, điện thoại"; plain text."""
    return ", ".join(field_words(t, field) for field in gaps)


def class_page(t: Texts, found: ClassRecords, today: date, page: int = 0) -> Face:
    """Who has gaps, against the deadline; a button for each."""
    missing = found.incomplete
    head = t(
        "record-head",
        klass=found.of.name,
        complete=len(found.pupils) - len(missing),
        total=len(found.pupils),
        due=f"{found.due:%d/%m/%Y}",
        late=max(0, (today - found.due).days),
        left=max(0, (found.due - today).days),
        gaps=len(missing),
    )
    if not missing:
        return f"{head}\n{t('record-none')}", None
    pages = max(1, -(-len(missing) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = missing[page * PER_PAGE : (page + 1) * PER_PAGE]
    lines = [_line(t, found, pupil, today) for pupil in shown]
    numbers = [button(_label(pupil), RecordCard(pupil=pupil.pupil_id).pack()) for pupil in shown]
    klass = found.of.class_id or 0
    turn = paging(t, page, pages, lambda at: RecordList(klass=klass, page=at).pack())
    text = "\n".join([head, "", *lines, "", t("record-foot", klass=found.of.name)])
    return text, keyboard(*rows_of(numbers, 2), turn)


def _label(pupil: Minimum) -> str:
    return f"{pupil.number}. {' '.join(pupil.name.split()[-2:])}"


def _line(t: Texts, found: ClassRecords, pupil: Minimum, today: date) -> str:
    due = found.due_of(pupil)
    key = "record-line" if due == found.due else "record-line-later"
    values = {"due": f"{due:%d/%m/%Y}"} if key == "record-line-later" else {}
    return t(
        key,
        number=str(pupil.number),
        name=pupil.name,
        gaps=gap_words(t, pupil.gaps),
        **values,
    )


def classes_page(t: Texts, found: Sequence[ClassRecords]) -> Face:
    """Every class with how much of it is complete, for those who keep several."""
    lines = [
        t(
            "record-class-line",
            klass=one.of.name,
            complete=len(one.pupils) - len(one.incomplete),
            total=len(one.pupils),
            gaps=len(one.incomplete),
        )
        for one in found
    ]
    buttons = [
        button(one.of.name, RecordList(klass=one.of.class_id or 0, page=0).pack())
        for one in found
        if one.incomplete
    ]
    total = sum(len(one.incomplete) for one in found)
    head = t("record-classes-head", gaps=total)
    return "\n".join([head, *lines]), keyboard(*rows_of(buttons, 4))


def pupil_card(t: Texts, pupil: Minimum, *, lead: str = "") -> Face:
    """All that the record says of a pupil, and what can be changed."""
    lines = [lead, ""] if lead else []
    name = f"{pupil.number}. {pupil.name}" if pupil.number else pupil.name
    lines.append(t("record-card", name=name, klass=pupil.class_name))
    for field in Field:
        if field not in (Field.GUARDIAN, Field.PHONE):
            lines.append(
                t(
                    "record-value",
                    field=_capital(field_words(t, field)),
                    value=value_words(t, pupil, field),
                )
            )
    lines += [_adult(t, adult) for adult in pupil.adults] or [t("record-no-adult")]
    if pupil.gaps:
        lines.append(t("record-gaps", gaps=gap_words(t, pupil.gaps)))
    rows = []
    if pupil.gaps:
        first = pupil.gaps[0]
        data = RecordAsk(pupil=pupil.pupil_id, field=first.value, rest=True).pack()
        rows.append([button(t.plain("record-button-fill", count=len(pupil.gaps)), data)])
    change = [
        button(
            t.plain("record-button-field", field=field_words(t, field)),
            RecordAsk(pupil=pupil.pupil_id, field=field.value, rest=False).pack(),
        )
        for field in Field
    ]
    rows += rows_of(change, 2)
    back = RecordList(klass=pupil.class_id, page=0).pack()
    rows.append([button(t.plain("record-button-class", klass=pupil.class_name), back)])
    return "\n".join(lines), keyboard(*rows)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def value_words(t: Texts, pupil: Minimum, field: Field) -> str:
    """A value as people read it; plain text."""
    if field is Field.BIRTH:
        return f"{pupil.birth:%d/%m/%Y}" if pupil.birth else t.plain("record-blank")
    if field is Field.GENDER:
        genders = {"M": "record-male", "F": "record-female"}
        return t.plain(genders.get(pupil.gender or "", "record-blank"))
    if field is Field.POLICY:
        marked = {"x": "record-policy-yes", "": "record-policy-no"}
        said = pupil.policy or ""
        return t.plain(marked[said.casefold()]) if said.casefold() in marked else said
    return pupil.shown(field) or t.plain("record-blank")


def _adult(t: Texts, adult: Adult) -> str:
    return t(
        "record-adult",
        relation=adult.relation,
        name=adult.name,
        phone=adult.phone or t.plain("record-blank"),
    )


def question(t: Texts, pupil: Minimum, field: Field, *, rest: bool, lead: str = "") -> Face:
    """One field is asked for; the way past it and the way out."""
    ask = t(QUESTIONS[field], name=pupil.name, klass=pupil.class_name)
    rows = []
    if field is Field.GENDER:
        rows.append(
            [
                button(
                    t.plain(key),
                    RecordPut(pupil=pupil.pupil_id, field=field.value, value=value).pack(),
                )
                for value, key in (("M", "record-male"), ("F", "record-female"))
            ]
        )
    if field is Field.POLICY:
        none = RecordPut(pupil=pupil.pupil_id, field=field.value, value="-").pack()
        rows.append([button(t.plain("record-policy-no"), none)])
    after = next_gap(pupil, field) if rest else None
    if after is not None:
        skip = RecordAsk(pupil=pupil.pupil_id, field=after.value, rest=True).pack()
        rows.append([button(t.plain("record-button-skip"), skip)])
    rows.append([button(t.plain("record-button-stop"), RecordCard(pupil=pupil.pupil_id).pack())])
    return "\n".join(filter(None, [lead, ask])), keyboard(*rows)


def next_gap(pupil: Minimum, field: Field) -> Field | None:
    """The gap that is asked for after this one."""
    order = list(Field)
    later = [gap for gap in pupil.gaps if order.index(gap) > order.index(field)]
    return later[0] if later else None


def saved(t: Texts, filled: Filled) -> Face:
    """What was written, and the way back."""
    pupil, field = filled.pupil, filled.field
    if field in (Field.GUARDIAN, Field.PHONE):
        value = "; ".join(_plain_adult(t, adult) for adult in pupil.adults)
    else:
        value = value_words(t, pupil, field)
    text = t(
        "record-saved",
        name=pupil.name,
        klass=pupil.class_name,
        field=field_words(t, field),
        value=value,
    )
    rows = [
        button(t.plain("record-button-undo"), RecordUndo(change=filled.change).pack()),
        button(t.plain("record-button-card"), RecordCard(pupil=pupil.pupil_id).pack()),
    ]
    return text, keyboard(rows)


def _plain_adult(t: Texts, adult: Adult) -> str:
    return t.plain(
        "record-adult-short",
        relation=adult.relation,
        name=adult.name,
        phone=adult.phone or t.plain("record-blank"),
    )


def which_pupil(t: Texts, places: Sequence[Place]) -> Face:
    """Several fit, or nobody quite: which one is meant."""
    made = [
        [button(f"{place.number}. {place.full_name}", RecordCard(pupil=place.pupil_id).pack())]
        for place in places
    ]
    return t("record-which"), keyboard(*made)
