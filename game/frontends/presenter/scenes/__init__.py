"""The screens around the war room: briefing, incident, night, ending."""
