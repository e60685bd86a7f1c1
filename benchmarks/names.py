"""How often a typed name finds its pupil, asks, or errs: `python -m benchmarks.names`.

For each kind of query a pupil is drawn, the name is typed that way, and the answer is judged by
the brute-force rules in benchmarks/name_oracle.py:
right (ONE, and it is the pupil), rightly asked (more than one may be meant, or a slip, and the
pupil is among those offered), needlessly asked (the rules leave only this pupil), not found
(asked without offering the pupil), silently wrong (ONE, and it is somebody else: must be 0).
"""

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.name_oracle import Oracle, bare
from benchmarks.name_queries import WAYS, Typed, Way
from benchmarks.name_school import Room, invented, of_workbook, whole
from services.names import Fit, Named, NameIndex

SAMPLE = Path(__file__).parents[1] / "tests" / "data" / "truong-mau.xlsx"
OUTCOMES = ["right", "rightly asked", "needlessly asked", "not found", "silently wrong"]
OTHERS_NAME = "spells another's name"


@dataclass
class Tally:
    """What came of the queries of one kind."""

    outcomes: Counter[str] = field(default_factory=Counter)
    micros: list[float] = field(default_factory=list)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def judged(self) -> int:
        """Queries that count: all but those that spell another pupil's name."""
        return sum(self.outcomes[outcome] for outcome in OUTCOMES)

    def add(self, outcome: str, micros: float, example: str) -> None:
        self.outcomes[outcome] += 1
        self.micros.append(micros)
        self.examples.setdefault(outcome, []).append(example)


@dataclass
class Desk:
    """One room with its index and its oracle."""

    room: Room
    index: NameIndex
    oracle: Oracle

    @classmethod
    def of(cls, room: Room) -> "Desk":
        index = NameIndex(room.people, room.aliases)
        return cls(room, index, Oracle(room.people, room.aliases))


def judge(desk: Desk, person: Named, typed: Typed) -> tuple[str, float]:
    """What came of one query, and the microseconds it took."""
    start = time.perf_counter_ns()
    found = desk.index.resolve(typed.query)
    micros = (time.perf_counter_ns() - start) / 1000
    meant = desk.oracle.meant(typed.plain)
    if typed.slip and meant and person.id not in meant:
        return OTHERS_NAME, micros
    if found.fit is Fit.ONE:
        return "right" if found.ids == (person.id,) else "silently wrong", micros
    if person.id not in found.ids:
        return "not found", micros
    asks_well = len(meant) > 1 or (typed.slip and not meant)
    return "rightly asked" if asks_well else "needlessly asked", micros


def measure(desks: list[Desk], way: Way, count: int, rng: random.Random) -> Tally:
    """Type `count` names in one way; fewer where the way fits few people."""
    tally = Tally()
    tries = 0
    while sum(tally.outcomes.values()) < count and tries < count * 40:
        tries += 1
        desk = rng.choice(desks)
        person = rng.choice(desk.room.people)
        typed = way(person, rng)
        if typed is None:
            continue
        outcome, micros = judge(desk, person, typed)
        tally.add(outcome, micros, f"{typed.query!r} for {person.full_name}")
    return tally


def measure_short_names(desks: list[Desk], count: int, rng: random.Random) -> Tally:
    """A teacher's own short names, with and without marks."""
    tally = Tally()
    able = [desk for desk in desks if desk.room.aliases]
    for _ in range(count if able else 0):
        desk = rng.choice(able)
        alias, of = rng.choice(list(desk.room.aliases.items()))
        person = next(person for person in desk.room.people if person.id == of)
        text = rng.choice([alias, alias.lower(), bare(alias), alias.upper()])
        tally.add(*judge(desk, person, Typed(text, text)), f"{text!r} for {person.full_name}")
    return tally


def traps(desk: Desk, strangers: list[Named], rng: random.Random) -> Iterator[str]:
    """Words that name nobody here: surnames, middle names, clans, titles, absent pupils."""
    words = rng.choice(desk.room.people).full_name.split()
    stranger = rng.choice(strangers).full_name
    yield rng.choice(words)
    yield bare(rng.choice(words))
    yield " ".join(words[:2])
    yield stranger
    yield bare(stranger)
    yield " ".join(stranger.split()[-2:])
    yield rng.choice(["em", "bạn", "cô", "thầy", "lớp", "Thị", "Văn", "Niê", "Seo", "Buôn", "anh"])


def measure_traps(desks: list[Desk], strangers: list[Named], count: int, seed: int) -> Tally:
    """Nobody is meant: to answer with one who does not fit is wrong, to ask or refuse is right."""
    tally = Tally()
    rng = random.Random(seed)
    while sum(tally.outcomes.values()) < count:
        desk = rng.choice(desks)
        for query in traps(desk, strangers, rng):
            start = time.perf_counter_ns()
            found = desk.index.resolve(query)
            micros = (time.perf_counter_ns() - start) / 1000
            meant = desk.oracle.meant(query)
            if meant and found.fit in (Fit.ONE, Fit.SEVERAL) and set(found.ids) == meant:
                outcome = OTHERS_NAME
            elif found.fit in (Fit.NEAR, Fit.NONE) and not meant:
                outcome = "right"
            else:
                outcome = "silently wrong" if found.fit is Fit.ONE else "needlessly asked"
            tally.add(outcome, micros, f"{query!r} gave {found.ids}")
    return tally


def table(title: str, tallies: dict[str, Tally]) -> str:
    """A Markdown table, a line per kind, percentages of its queries, and the sum."""
    every = Tally()
    lines = [f"### {title}", "", "| kind | queries | " + " | ".join(OUTCOMES) + " | µs |"]
    lines.append("|---|---:|" + "---:|" * (len(OUTCOMES) + 1))
    for kind, tally in tallies.items():
        if tally.micros:
            lines.append(_line(kind, tally))
        every.outcomes += tally.outcomes
        every.micros += tally.micros
    others = every.outcomes[OTHERS_NAME]
    lines += [_line("**all**", every), ""]
    good, asked = every.outcomes["right"], every.outcomes["rightly asked"]
    lines.append(
        f"Right or rightly asked: {100 * (good + asked) / every.judged():.3f} %. "
        f"Left out: {others} slips and traps that spell another pupil's name."
    )
    return "\n".join(lines)


def _line(kind: str, tally: Tally) -> str:
    total = tally.judged()
    shares = [
        f"{tally.outcomes[outcome]}"
        if outcome == "silently wrong"
        else f"{100 * tally.outcomes[outcome] / max(total, 1):.2f}"
        for outcome in OUTCOMES
    ]
    micros = f"{statistics.median(tally.micros):.0f}" if tally.micros else ""
    return f"| {kind} | {total} | " + " | ".join(shares) + f" | {micros} |"


def run(
    title: str,
    rooms: list[Room],
    strangers: list[Named],
    options: argparse.Namespace,
) -> dict[str, Tally]:
    """Measure every kind over these rooms and print the table."""
    rng = random.Random(options.seed)
    desks = [Desk.of(room) for room in rooms]
    each = options.queries // (len(WAYS) + 2) + 1
    tallies = {kind: measure(desks, way, each, rng) for kind, way in WAYS.items()}
    tallies["teacher's short names"] = measure_short_names(desks, each, rng)
    tallies["traps: nobody is meant"] = measure_traps(desks, strangers, each, options.seed)
    print(table(title, tallies), flush=True)
    for outcome in options.show:
        for kind, tally in tallies.items():
            for example in tally.examples.get(outcome, [])[:6]:
                print(f"  {outcome}: {kind}: {example}")
    print()
    return tallies


def build_time(rooms: list[Room]) -> str:
    """Milliseconds to index the first room, with caches warm."""
    times = []
    for _ in range(5):
        start = time.perf_counter_ns()
        NameIndex(rooms[0].people, rooms[0].aliases)
        times.append((time.perf_counter_ns() - start) / 1e6)
    return f"{len(rooms[0].people)} pupils in {min(times):.2f} ms"


def main() -> None:
    """Print the tables; leave with 1 if any name was resolved to the wrong pupil."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("workbooks", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--queries", type=int, default=100_000, help="per table")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--show", action="append", default=[], choices=[*OUTCOMES, OTHERS_NAME])
    options = parser.parse_args()
    sample = [room for path in options.workbooks for room in of_workbook(path)]
    classes = invented(1500, 45, seed=3)
    people = whole(classes, "school").people
    strangers = whole(sample, "sample").people
    school = [whole(classes, "school")]
    tallies = [
        run("Classes of the sample school", sample, people, options),
        run("Invented classes of 45", classes, strangers, options),
        run("An invented school of 1,500", school, strangers, options),
    ]
    print(f"Built: {build_time(classes)}; {build_time(school)}.")
    wrong = sum(t.outcomes["silently wrong"] for kinds in tallies for t in kinds.values())
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
