"""Text is complete, wraps within its measure and is drawn once."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data import data
from game.frontends.desktop.theme import BONE, Role
from game.frontends.desktop.type import Type, typist

PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
LATIN = "".join(map(chr, range(0xC0, 0x100)))
MARKS = "–—“”‘’…№×−·«»"
RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "Ёё"


@pytest.fixture(scope="module")
def faces() -> Type:
    return Type(data("assets"))


@pytest.mark.parametrize("role", Role)
def test_every_face_has_the_letters_shipped_texts_use(faces: Type, role: Role) -> None:
    assert faces.missing(PRINTABLE + LATIN + MARKS + RUSSIAN, role) == set()


@pytest.mark.parametrize("role", [Role.TEXT, Role.MEDIUM, Role.STRONG, Role.DOCUMENT])
def test_arrows_can_be_set_in_text_and_documents(faces: Type, role: Role) -> None:
    assert faces.missing("→", role) == set()


def test_a_letter_no_face_has_is_named(faces: Type) -> None:
    assert faces.missing("a▲b", Role.TEXT) == {"▲"}


def test_figures_of_the_text_face_are_all_one_width(faces: Type) -> None:
    assert len({faces.width(figure * 10, Role.STRONG, 46) for figure in string.digits}) == 1


def test_documents_are_typed_with_the_signs_of_a_typewriter() -> None:
    assert typist("“No” – № 5… Ёлка’s «end» → 2×2") == '"No" -- No. 5... Елка\'s "end" -> 2x2'


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Missiles (within weeks); a pledge.", "Missiles, within weeks; a pledge."),
        ("A ship (a tanker) turned (at once).", "A ship, a tanker, turned, at once."),
        ("(In secret)\n(Copy) one", "In secret\nCopy, one"),
        ("peace [of sorts]", "peace <of sorts>"),
    ],
)
def test_a_document_has_no_parentheses_since_its_face_draws_them_as_strokes(
    faces: Type, written: str, typed: str
) -> None:
    assert typist(written) == typist(typed) == typed
    lines = faces.wrap(written, Role.DOCUMENT, 20, 150)
    assert " ".join(lines) == typed.replace("\n", " ")


def test_signage_is_in_spaced_capitals(faces: Type) -> None:
    assert faces.width("inbox", Role.SIGN, 18) == faces.width("INBOX", Role.SIGN, 18)
    spaced = faces.width("INBOX", Role.SIGN, 100) - faces.font(Role.SIGN, 100).size("INBOX")[0]
    assert spaced == pytest.approx(4 * 6, abs=2)


@given(text=st.text(alphabet=string.ascii_letters + " ", max_size=200), width=st.integers(60, 400))
def test_wrapping_keeps_every_letter_within_the_width(faces: Type, text: str, width: int) -> None:
    lines = faces.wrap(text, Role.TEXT, 17, width)
    assert all(faces.width(line, Role.TEXT, 17) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_empty_lines_are_kept(faces: Type) -> None:
    assert faces.wrap("a\n\nb", Role.TEXT, 17, 200) == ["a", "", "b"]


def test_the_same_text_is_drawn_once(faces: Type) -> None:
    assert faces.text("Turn", Role.TEXT, 17, BONE) is faces.text("Turn", Role.TEXT, 17, BONE)
    assert faces.text("Turn", Role.TEXT, 18, BONE) is not faces.text("Turn", Role.TEXT, 17, BONE)


def test_a_block_is_as_high_as_it_says(faces: Type) -> None:
    text = "one two three four five six seven"
    block = faces.block(text, Role.DOCUMENT, 18, BONE, 120)
    assert block.get_size() == (120, faces.block_height(text, Role.DOCUMENT, 18, 120))


def test_labels_have_a_halo_on_every_side(faces: Type) -> None:
    plain, label = faces.text("Cape", Role.TEXT, 17, BONE), faces.label("Cape", Role.TEXT, 17, BONE)
    assert label.get_width() == plain.get_width() + 6
    assert label.get_height() == plain.get_height() + 6


@pytest.mark.parametrize("anchor", ["left", "centre", "right"])
def test_text_stands_on_its_baseline_at_its_anchor(faces: Type, anchor: str) -> None:
    import pygame

    surface = pygame.Surface((200, 60))
    drawn = faces.draw(surface, "Hill", Role.TEXT, 20, BONE, (100, 40), anchor)
    assert {"left": drawn.left, "centre": drawn.centerx, "right": drawn.right}[anchor] == pytest.approx(100, abs=1)
    rows = [y for y in range(60) if any(sum(surface.get_at((x, y))[:3]) > 300 for x in range(200))]
    assert max(rows) == 39
    assert len(rows) == pytest.approx(faces.capitals(Role.TEXT, 20), abs=2)
