"""The player's settings, kept in a small file between games."""

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 100, 200, 25
LOUDEST, VOLUME_STEP = 100, 20
_FOLDER = "knot-of-war"


@dataclass
class Settings:
    """Text size in percent (100 to 200), reduced motion, full screen, whether forecasts are shown, and sound.

    `volume` is 0 to 100; `captions` say in words what is heard, muted or not.
    `hints` are shown until a game has been played to its end: `games` counts those, `hinted` how often each was shown.
    `path` is where they are kept, or None.
    """

    text: int = 100
    reduced_motion: bool = False
    full_screen: bool = False
    forecast: bool = True
    volume: int = 60
    mute: bool = False
    captions: bool = True
    hints: bool = True
    games: int = 0
    hinted: dict[str, int] = field(default_factory=dict)
    path: Path | None = field(default=None, compare=False)

    def enlarge(self, steps: int) -> bool:
        """Changes the text size by steps of 25 %; returns whether it changed."""
        size = max(SMALLEST_TEXT, min(LARGEST_TEXT, self.text + steps * TEXT_STEP))
        changed, self.text = size != self.text, size
        return changed

    def hint_again(self, wanted: bool) -> None:
        """Turns hints off, or on with every one of them as if it were the first game."""
        self.hints = wanted
        if wanted:
            self.games, self.hinted = 0, {}

    def save(self) -> None:
        """Writes the settings; a folder that cannot be written to is no reason to stop playing."""
        if self.path is None:
            return
        import json  # not needed for the first frame

        values = {name: value for name, value in asdict(self).items() if name != "path"}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
        except OSError:
            return


def load_settings(path: Path) -> Settings:
    """Returns the settings kept in a file, or the defaults for whatever is missing or not understood."""
    import json

    settings = Settings(path=path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    if not isinstance(values, dict):
        return settings
    for each in fields(Settings):
        value = values.get(each.name)
        if each.name != "path" and type(value) is type(getattr(settings, each.name)):
            setattr(settings, each.name, value)
    settings.text = max(SMALLEST_TEXT, min(LARGEST_TEXT, settings.text))
    settings.hinted = {name: count for name, count in settings.hinted.items() if isinstance(count, int)}
    settings.volume = max(0, min(LOUDEST, settings.volume))
    return settings


def own_settings() -> Settings:
    """Returns the settings of whoever plays here."""
    from platformdirs import user_config_path

    return load_settings(user_config_path(_FOLDER, appauthor=False) / "settings.json")


def own_saves() -> Path:
    """Returns the folder of saved games of whoever plays here, which may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path(_FOLDER, appauthor=False) / "saves"
