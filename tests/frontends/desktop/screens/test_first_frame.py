"""The first frame shows the menu and opens no face that it can do without; the rest comes with the scenario."""

from pathlib import Path

from game.frontends.desktop.app import App
from game.frontends.desktop.crisis import Crisis
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.theme import Role


def opened(saves: Path) -> App:
    app = App(Settings(), saves)
    app.open((1280, 720))
    return app


def faces(app: App) -> set[Role]:
    return {role for role, _ in app.desk.type._fonts}


def test_the_keys_are_told_once_the_scenario_is_there(tmp_path: Path, crisis: Crisis) -> None:
    app = opened(tmp_path / "saves")
    assert faces(app) == {Role.TITLE, Role.SIGN, Role.TEXT}
    app.desk.crisis = crisis
    app.top.ready()
    app.redraw()
    assert Role.MEDIUM in faces(app)


def test_a_scenario_with_faults_is_told_of_where_the_keys_are(tmp_path: Path) -> None:
    app = opened(tmp_path / "saves")
    app.desk.fault = "faulty.yaml: nothing in it"
    app.top.ready()
    assert Role.MEDIUM in faces(app)


def test_a_saved_game_is_continued_first_and_nothing_else_is_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("none")
    assert next(widget.key for widget in opened(tmp_path).top.widgets) == "new"
    (tmp_path / "game.json").write_text("{}")
    app = opened(tmp_path)
    assert [widget.key for widget in app.top.widgets][:2] == ["continue", "new"]
    assert app.top.focused and app.top.focused.key == "continue"
