"""The basic sentences of leave in English, in the same senses as the Vietnamese words."""

from services.attendance_states import Half
from services.leave_text.words import Meaning, Sense

ENGLISH: dict[str, Meaning] = {}
# Two of these, and a message is English.
_TELLING = """
    my is will please today tomorrow school absent sick late pick home son daughter child she him
    his her for from until because monday tuesday wednesday thursday friday saturday afternoon
    morning excuse leave days cannot not back again cancel request with fever stay early has have
    children i you
"""
TELLING = frozenset(_TELLING.split())
# What may follow "not going to school" and makes it speak of the way there.
_WAYS = ("by", "alone", "on foot", "early", "with")
_NOT_TO_SCHOOL = """
    not go to school|not going to school|not be going to school|won't go to school
    |wont go to school|doesn't go to school|does not go to school|isn't going to school
    |cannot go to school|can not go to school|can't go to school|cant go to school
    |unable to go to school|not able to go to school|not come to school|not coming to school
    |not be coming to school|won't come to school|wont come to school|isn't coming to school
    |can't come to school|cant come to school|cannot come to school|can not come to school
    |unable to come to school|not able to come to school
"""
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _say(sense: Sense, phrases: str, number: int = 0, half: Half | None = None) -> None:
    for phrase in phrases.split("|"):
        for spelled in {phrase, phrase.replace("'", "’")}:
            ENGLISH[" ".join(spelled.split())] = Meaning(sense, number, half)


_say(
    Sense.LEAVE,
    "absent|be absent|stay home|stay at home|staying home|not come to school|not be at school"
    "|can not come|cannot come|can not go to school|cannot go to school|not coming|not be coming"
    "|won't come|won't be|not go to school|miss school|take leave|leave of absence|a leave"
    "|day off|days off|be away|be off|off school|not attend|unable to come|excuse|keep home"
    "|stays home|at home|can't come|not come|cannot attend|is absent|will be absent|leave",
)
_say(
    Sense.LEAVE,
    "isn't coming|won't come|wont come|cant come|won't be coming|not able to come"
    "|not able to attend|isn't attending|not attending|won't attend|can't attend"
    "|skip school|skips school|skipping school|missing school|be missing school|misses school"
    "|out sick|out of school",
)
_say(Sense.LEAVE, _NOT_TO_SCHOOL)
for _way in _WAYS:
    _say(Sense.NO_LEAVE, "|".join(f"{_what} {_way}" for _what in _NOT_TO_SCHOOL.split("|")))
_say(Sense.NO_SCHOOL, "no school")
# News of the school, or a rumour, is no request.
_say(
    Sense.NO_LEAVE,
    "there is no school|there's no school|theres no school|is no school|have no school"
    "|has no school|had no school|there will be no school|says no school|said no school"
    "|heard no school|hear no school|told me no school|told us no school|told him no school"
    "|told her no school|means no school",
)
for _thing in ("bag", "book", "books", "uniform", "bus", "lunch", "fee", "fees", "shoes", "work"):
    _say(Sense.NO_LEAVE, f"no school {_thing}")
_say(Sense.LATE, "late|be late|come late|come in late|arrive late|running late|coming late")
_say(
    Sense.EARLY,
    "leave early|pick up early|go home early|early pick up|early pickup|leave school early",
)
_say(
    Sense.FETCH, "pick up|pick him up|pick her up|fetch|collect|pick up my son|pick up my daughter"
)
_say(Sense.EARLY, "pick him up early|pick her up early|leaving early|be picked up early")
_say(Sense.COME, "arrive|come in|come")
_say(
    Sense.BACK, "back to school|back at school|be back|come back|return to school|coming back|back"
)
_say(
    Sense.UNDO,
    "cancel|cancel the leave|cancel the request|cancel my request|withdraw|no longer absent"
    "|will come after all|no leave needed|take back my request|cancel leave",
)
_say(Sense.ASKS, "please|ask for|asking for|would like|i want|request|allow|let|will|needs to|must")
_say(Sense.ASKS, "may i|can i|i'd like")
_say(Sense.PARDON, "sorry|apologies|explanation|forgot to tell|forgot to report")
_say(Sense.OWN, "my son|my daughter|my child|my kid|my boy|my girl|our son|our daughter|our child")
_say(Sense.ALL, "my children|my kids|our children|all my children")
_say(Sense.ALL, "both children|both kids|both|both my children|both of them", 2)
_say(Sense.CHILD, "he|she|him|her|child|son|daughter|kid")
_say(Sense.NOT, "not|no|don't|doesn't|didn't")
_say(
    Sense.SICK,
    "sick|ill|fever|a fever|has a fever|flu|cough|stomach ache|stomachache|headache|toothache"
    "|not well|unwell|vomiting|in hospital|hospital|doctor|dentist|not feeling well|a cold"
    "|has a cold|diarrhea|chickenpox|dengue|injured|broke his arm|broke her arm"
    "|doctor's appointment",
)
_say(
    Sense.FAMILY, "family matter|family business|funeral|wedding|family reasons|family trip|harvest"
)
_say(Sense.BECAUSE, "because|because of|as|since|due to|reason")
_say(
    Sense.POLITE,
    "dear|teacher|sir|madam|ms|mr|mrs|miss|hello|hi|thank you|thanks|kindly|regards|the|a|an|is"
    "|be|has|have|so|in|at|on|for|school|class|of|to school|i|we|am|are|it|that|this is|s|up"
    "|with|his|home|going|to|today's|going to|around|about|o'clock|our|my|me|and so|him|time",
)
_say(
    Sense.QUESTION,
    "what time|when|why|how many|who|which|what|is there|are there|how|where|do we|does|did|is it",
)
_say(Sense.NO_LEAVE, "holiday|holidays|vacation|homework|fee|fees|if|maybe|perhaps|might|left home")
_say(Sense.DAY, "today", 0)
_say(Sense.DAY, "tomorrow", 1)
_say(Sense.DAY, "the day after tomorrow|day after tomorrow", 2)
_say(Sense.DAY, "yesterday", -1)
for _half, _name in ((Half.MORNING, "morning"), (Half.AFTERNOON, "afternoon")):
    _say(Sense.DAY, f"this {_name}", 0, _half)
    _say(Sense.DAY, f"tomorrow {_name}", 1, _half)
    _say(Sense.DAY, f"yesterday {_name}", -1, _half)
    _say(Sense.HALF, f"{_name}|the {_name}|in the {_name}|{_name} only", 0, _half)
_say(Sense.WHOLE, "all day|the whole day|whole day|full day")
for _at, _name in enumerate(_WEEK):
    _say(Sense.WEEKDAY, _name, _at)
    _say(Sense.WEEKDAY, f"this {_name}", _at)
_say(Sense.WEEK, "next week|of next week", 1)
_say(Sense.WEEK, "this week|of this week", 0)
_say(Sense.WEEK, "last week|of last week", -1)
_say(Sense.NEXT, "next|coming")
_say(Sense.LAST, "last")
_say(Sense.END_OF_WEEK, "the rest of the week|rest of the week|until the end of the week")
_say(Sense.COUNT, "one day", 1)
_say(Sense.COUNT, "two days", 2)
_say(Sense.COUNT, "three days", 3)
_say(Sense.COUNT, "a week|one week|the whole week|all week", 6)
_say(Sense.UNIT, "day|days|school days", 1)
_say(Sense.UNIT, "weeks", 6)
_say(Sense.VAGUE, "a few days|some days|several days|a couple of days|soon|one day soon")
_say(Sense.PAST_TIME, "last night|since yesterday|since last night|since this morning|all night")
_say(Sense.FROM, "from|starting|starting from|beginning")
_say(Sense.TO, "until|till|through|to|up to")
_say(Sense.AND, "and|or")
_say(Sense.LESSON, "period|lesson")
_say(Sense.AFTER, "after")
_say(Sense.SOON, "early|earlier")
_say(Sense.MINUTES, "minutes|minute|mins|min")
_say(Sense.HOURS, "hour|hours")
_say(Sense.HOURS, "an hour", 1)
_say(Sense.MORE, "more|another")
