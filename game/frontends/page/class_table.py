"""The table of a class as a page, and as cells for a spreadsheet."""

from collections.abc import Iterator

from game.frontends.page.markup import Markup, fixed, table, tag
from game.frontends.page.sheet import sheet
from game.frontends.presenter.classroom.class_table import ClassRow, ClassTable
from game.frontends.presenter.words import short_date

Cell = int | str
PERCENT, CERTAIN = 100, 10_000
WIDEST = 6
"""How wide the bar of a certain war would be, in the size of a letter."""
REMEDY = (
    "A file that cannot be read may have been cut short where it was copied, or is no record: copy it once more. A "
    "game that is not over is gone on with by “knot play” and the name of its file. Then give the command again."
)
"""What to do about files that were left out."""


def class_page(of: ClassTable) -> str:
    """Returns the table of a class as a page, printed across."""
    return sheet(f"{of.title}: the class", _parts(of), "wide")


def class_cells(of: ClassTable) -> list[list[Cell]]:
    """Returns the table of a class as rows of cells, the names of the columns first; the risk is in percent."""
    first, second = of.sides
    head: list[Cell] = [
        "Record", f"{first} played by", f"Mandate of {first}", f"{second} played by", f"Mandate of {second}", "From",
        "Ending", "Ended", f"Peak of {of.gauge.lower()} at nightfall", "Peak on", f"Points of {first}",
        f"Points of {second}", "Together", "Risk of war (%)", "Left history on",
    ]  # fmt: skip
    return [head, *map(_cells, of.rows)]


def _cells(row: ClassRow) -> list[Cell]:
    return [
        row.name, row.players.first, row.mandates.first, row.players.second, row.mandates.second, str(row.began),
        row.ending, str(row.ended), row.peak, str(row.peak_date), row.scores.first, row.scores.second,
        row.together, f"{row.risk.of_ten_thousand / PERCENT:.2f}", str(row.parted or ""),
    ]  # fmt: skip


def _parts(of: ClassTable) -> Iterator[Markup]:
    first, second = of.sides
    yield tag("h1", f"{of.title}: the class")
    yield tag("ul", *(tag("li", sentence) for sentence in of.summary))
    rows = [*of.rows, *([of.in_fact] if of.in_fact else [])]
    head = ("Record", first, second, "From", "Ending", "Ended", f"Peak of {of.gauge.lower()} at nightfall",
            f"Points {first}", f"Points {second}", "Together", "Risk of war", "Left history on")  # fmt: skip
    yield table(head, map(_row, rows))
    yield tag(
        "p",
        "Under each side stand who played it and the mandate. Peaks are those of the evenings, at nightfall; "
        "within a day it may have stood higher. Points are 0 to 100 against the side's own mandate. The "
        "risk of war is the chance, exact by the rules, that one of the nights that were played brought a war that "
        "nobody ordered: who ran a great risk and met no war was lucky. The last column has the first date on which "
        "the match was no longer as it was in fact.",
        class_="small",
    )
    if of.left_out:
        yield tag("h2", "Left out")
        yield tag("ul", *(tag("li", f"{name}: {why}") for name, why in of.left_out))
        yield tag("p", REMEDY, class_="small")


def _row(row: ClassRow) -> Iterator[str]:
    yield tag("span", row.name, class_="name")
    yield from (f"{who} ({mandate})" for who, mandate in zip(row.players, row.mandates, strict=True))
    yield fixed(short_date(row.began))
    yield row.ending
    yield fixed(short_date(row.ended))
    yield fixed(f"{row.peak} on {short_date(row.peak_date)}")
    yield from map(str, (*row.scores, row.together))
    meter = tag("span", class_="meter", style=f"width:{WIDEST * row.risk.of_ten_thousand / CERTAIN:.2f}rem")
    yield tag("span", f"{row.risk.percent} ", meter, class_="fix")
    yield fixed(short_date(row.parted) if row.parted else "–")
