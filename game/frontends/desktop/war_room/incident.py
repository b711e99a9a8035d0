"""stub"""

from game.frontends.desktop.screen import Screen


class DutyRoom(Screen):
    def __init__(self, desk, table):
        super().__init__(desk)
        self.table = table


class IncidentRoom(DutyRoom):
    pass
