"""The command `knot check`: what is wrong with scenario files, in lines or as JSON."""

import json
import sys
from argparse import Namespace

from game.arguments import FAULT
from game.errors import ScenarioError, listed
from game.scenario.loader import check_scenario


def checked(args: Namespace) -> int:
    """Tells every fault of files on standard error, what is doubtful on standard output; 2 for a fault, else 0."""
    told, sound = [], True
    for name in args.files:
        faults, doubts = [], []
        try:
            doubts = check_scenario(name)
        except ScenarioError as error:
            sound, faults = False, error.faults
            print(error, file=sys.stderr)
        told.append({"file": name, "ok": not faults, "faults": listed(faults), "doubts": listed(doubts)})
        if not args.json:
            for doubt in doubts:
                print(doubt.located(name))
            if not faults:
                print(f"{name}: no fault")
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0 if sound else FAULT
