"""stub"""

from game.frontends.desktop.screen import Screen


class EndingScreen(Screen):
    def __init__(self, desk, table):
        super().__init__(desk)
        self.table = table
