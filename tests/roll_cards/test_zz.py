import tests.roll_cards.test_roll_card_properties as m
from collections import Counter
C=Counter()
old=m.check
async def check(b,mo):
    await old(b,mo)
    C['n']+=1
    for r in await b.rows('roll-card','missing-rolls'):
        C[(r.notice, r.params.get('face'), 'edit' if r.edits else r.status)]+=1
    C['moves']+=sum(mo.moves.values()); C['taken']+=len(mo.taken)
m.check=check
def test_s(bells_school):
    m.test_any_morning.hypothesis.inner_test
    m.test_any_morning(bells_school)
    print(C)
