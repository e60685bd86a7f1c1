"""A teacher's own book of marks: a page for each class and subject taught (article 12.3b; evidence
for corrections in this school, though circular 15/2026 art. 21.2 no longer demands it)."""

from services.errors import Invalid
from services.rosters import classes
from services.score_papers import Facts, marks_pages
from services.score_terms import term_now
from services.score_text.head import read_head
from services.subjects import subjects
from services.unit import Unit
from storage import gradebook


async def own_pages(unit: Unit, words: str) -> list[Facts]:
    """The pages of the actor's classes and subjects in a term, all or those that are named.

    Raises `Invalid` where there is none.
    """
    lists = [c for c in await classes(unit) if c.class_id is not None]
    head = read_head(words, [c.name for c in lists])
    term = head.term or await term_now(unit)
    found: list[Facts] = []
    for of in lists:
        assert of.class_id is not None  # groups were left out
        mine = {subject for class_id, subject in unit.who.subjects if class_id == of.class_id}
        if not mine or (head.class_names and of.name not in head.class_names):
            continue
        if head.subject is not None:
            grade, _ = await gradebook.grade_and_year(unit.session, of.class_id)
            known = await subjects(unit, grade)
            mine = {id for id in mine if id in known and known[id].code == head.subject.code}
        for page in await marks_pages(unit, of.class_id, term):
            if page["subject_id"] in mine:
                own = {"personal": True, "teacher": unit.who.name, "signatures": []}
                found.append(page | own)
    if not found:
        raise Invalid("score-own-book-none")
    return found
