"""Knot of War: a negotiation game of a nuclear crisis."""
