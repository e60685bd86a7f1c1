"""The comments on the headers of an empty workbook: what belongs there, with an example."""

from bot.cli_text import Text
from services.importing.layout import LAYOUTS, Sheet

NOTES = {
    "number": "template-number",
    "class": "template-class",
    "name": "template-name",
    "code": "template-code",
    "birth": "template-birth",
    "gender": "template-gender",
    "ethnic": "template-ethnic",
    "policy": "template-policy",
    "address": "template-address",
    "father": "template-father",
    "father_phone": "template-phone",
    "mother": "template-mother",
    "mother_phone": "template-phone",
    "guardian": "template-guardian",
    "guardian_phone": "template-phone",
    "called": "template-called",
    "phone": "template-phone",
    "post": "template-post",
    "department": "template-department",
    "subjects": "template-subjects",
    "teacher": "template-teacher",
    "subject": "template-subject",
    "weekday": "template-weekday",
    "half": "template-half",
    "period": "template-period",
    "term": "template-term",
    "week": "template-week",
    "starts": "template-starts",
    "ends": "template-ends",
    "note": "template-note",
    "grade": "template-grade",
    "day": "template-day",
    "group": "template-group",
    "leader": "template-leader",
}
OWN_NOTES = {  # where a column means something else on one sheet
    (Sheet.PUPILS, "status"): "template-pupil-status",
    (Sheet.STAFF, "code"): "template-staff-code",
    (Sheet.STAFF, "status"): "template-staff-status",
    (Sheet.HOMEROOMS, "code"): "template-teacher-code",
    (Sheet.TEACHING, "code"): "template-teacher-code",
    (Sheet.TIMETABLE, "subject"): "template-timetable-subject",
    (Sheet.TESTS, "kind"): "template-test-kind",
    (Sheet.GROUPS, "kind"): "template-group-kind",
    (Sheet.GROUPS, "code"): "template-group-code",
    (Sheet.GROUPS, "birth"): "template-group-birth",
    (Sheet.GROUPS, "status"): "template-group-status",
}


def template_notes(text: Text) -> dict[tuple[Sheet, str], str]:
    """The comment of each column that has one."""
    notes = {}
    for sheet, layout in LAYOUTS.items():
        for column in layout.columns:
            key = OWN_NOTES.get((sheet, column.name)) or NOTES.get(column.name)
            if key is not None:
                need = f" {text('template-required')}" if column.required else ""
                notes[sheet, column.name] = text(key) + need
    return notes
