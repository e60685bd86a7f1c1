"""A school from its workbook: read, plan, look at the preview, apply.

Reading and planning change nothing. Applying plans once more inside its own unit of work and
refuses if anything came out differently from what was shown, so what was confirmed is what is
done. Importing the same workbook again changes nothing; a blank never overwrites.
"""

from services.importing.apply import Summary, apply_plan
from services.importing.export import export_school, write_school, write_template
from services.importing.plan import (
    Plan,
    make_plan,
    plan_import,
    plan_new_school,
    read_tables,
)
from services.importing.workbook import Unreadable

__all__ = [
    "Plan",
    "Summary",
    "Unreadable",
    "apply_plan",
    "export_school",
    "make_plan",
    "plan_import",
    "plan_new_school",
    "read_tables",
    "write_school",
    "write_template",
]
