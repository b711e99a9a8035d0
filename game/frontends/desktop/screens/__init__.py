"""The screens around a match: title, new match, briefing, curtain, library, settings, help, replay."""
