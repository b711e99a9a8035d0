"""The plain interpreter of the rules: what the documents say, in ifs, without tables, memory or generated code.

It plays on positions (dicts) and moves in notation, looks at every guard one by one, and at every trigger
and ending after every move.  The engine must agree with it on every move, die, state and view.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from positions import Form, Letter, Position, Scribe

from game.rules.ruleset import Ruleset
from game.rules.slots import beliefs
from game.scenario import words as w

YES, NO = 0, 1
Weights = list[tuple[str, int]]


class Oracle:
    """The rules of one scenario, interpreted."""

    def __init__(self, rules: Ruleset) -> None:
        self.s, self.r = rules.scenario, rules.resolved
        self.sides, self.slots = self.s.side_names, rules.slots
        self.scribe = Scribe(rules)
        self.endings = list(self.s.endings)
        self.dice = [name for name, night in self.s.each_night.items() if night.odds is not None]

    # -- the small languages ---------------------------------------------------------------------

    def holds(self, p: Position, test: w.Test) -> bool:
        match test:
            case w.Compare(left, sign, right):
                a, b = self.value(p, left), self.value(p, right)
                return {">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b, "==": a == b}[sign]
            case w.In(slot, states):
                return p[slot] in states
            case w.Done(side, act):
                return act in p[f"{self.sides[side]}.done"]
            case w.Not(part):
                return not self.holds(p, part)
            case w.Join(word, parts):
                each = [self.holds(p, part) for part in parts]
                return all(each) if word == "and" else any(each)

    def value(self, p: Position, tree: w.Expr) -> int:
        match tree:
            case w.Const(value):
                return value
            case w.Slot(name):
                return int(p[name])
            case w.OpenLetters(side):
                return sum(p[f"{self.sides[side]}.letter{j}"] is not None for j in (1, 2))
            case w.Call(name):
                return self.value(p, self.r.reckonings[name])
            case w.Days(region, states):
                return p["day"] - p[f"since.{region}"] if p[region] in states else 0
            case w.Add(terms):
                return sum(sign * self.value(p, term) for sign, term in terms)
            case w.Sum(lines, percent, least, most):
                total = sum(self.line(p, line) for line in lines)
                if percent is not None:
                    total = total * self.value(p, percent) // 100
                if least is not None and total < least:
                    total = least
                return most if most is not None and total > most else total
        raise AssertionError(tree)

    def line(self, p: Position, line: w.Line) -> int:
        if line.when is not None:
            return line.amount if self.holds(p, line.when) else 0
        if line.number is None:
            return line.amount
        number = self.value(p, line.number)
        if line.percent:
            return number * line.amount // 100
        if line.floor is not None:
            number = number - line.floor if number > line.floor else 0
        if line.ceiling is not None:
            number = line.ceiling - number if number < line.ceiling else 0
        return number // line.every * line.amount

    def when(self, p: Position, *path: str | int) -> bool:
        return all(self.holds(p, test) for test in self.r.conditions[path])

    def sum(self, p: Position, *path: str | int) -> int:
        return self.value(p, self.r.sums[path])

    def change(self, p: Position, *path: str | int, reads: Position | None = None) -> None:
        """Reads every right side (from `reads`, where that is another position), then writes."""
        seen, new = reads or p, {}
        for change in self.r.changes[path]:
            if change.by is None:
                new[change.slot] = change.state
                if f"since.{change.slot}" in p and seen[change.slot] != change.state:
                    p[f"since.{change.slot}"] = p["day"]
            else:
                low, high = self.limits(change.slot)
                new[change.slot] = max(low, min(high, seen[change.slot] + self.value(seen, change.by)))
        p.update(new)

    def limits(self, slot: str) -> tuple[int, int]:
        owner, _, name = slot.rpartition(".")
        if name == "ladder" and owner:
            return 0, 99
        meter = self.s.meters[name]
        return meter.low, meter.high

    def settle(self, p: Position) -> bool:
        """Fires triggers, each at most once, always from the top; returns whether an ending has been reached."""
        left, again = list(self.s.triggers), True
        while again:
            again = False
            for name in left:
                if self.when(p, "triggers", name, "when"):
                    left.remove(name)
                    self.change(p, "triggers", name, "changes")
                    again = True
                    break
        for number, (name, ending) in enumerate(self.s.endings.items(), 1):
            if ending.when is not None and self.when(p, "endings", name, "when"):
                p["ending"] = number
                return True
        return False

    # -- what may be done ------------------------------------------------------------------------

    def legal(self, p: Position) -> list[str]:
        """Returns every legal move in order, dice included."""
        return [*self.listed(p), *self.offers(p)]

    def listed(self, p: Position) -> list[str]:
        if p["actor"] in ("chance", "over"):
            return [text for text, _ in self.outcomes(p)]
        if p["node"] == "incident":
            name = self.scribe.incidents[p["subject"]]
            options = self.s.incidents[name].options
            return [f"answer {o}" for o in options if self.when(p, "incidents", name, "options", o, "when")]
        if p["node"] == "months":
            clause = self.scribe.forms[p["subject"]][0]
            hows = ["keep", "feign", "lapse"] if self.s.clauses[clause].can_be_feigned else ["keep", "lapse"]
            return [f"{how} {clause}" for how in hows]
        side, other = self.sides[p["actor"]], self.sides[1 - p["actor"]]
        out = [f"act {name}" for name in self.s.acts[side] if self.act_open(p, side, name)]
        for j in (1, 2):
            if self.lies_open(p, other, j):
                out += [f"accept {j}", f"refuse {j}"]
        return out

    def lies_open(self, p: Position, sender: str, number: int) -> bool:
        letter = p[f"{sender}.letter{number}"]
        return letter is not None and letter.arrives <= p["day"]

    def act_open(self, p: Position, side: str, name: str) -> bool:
        act = self.s.acts[side][name]
        if act.repudiates and p["deal"] != 1:
            return False
        if p["deal"] == 1 and act.rung > 0 and not act.repudiates:
            return False
        if act.once and name in p[f"{side}.done"]:
            return False
        moved = [c for c in self.r.changes[("acts", side, name, "changes")] if c.slot in self.s.regions]
        if moved and not act.by_force:
            if not (act.reveals or act.studies) and all(p[c.slot] == c.state for c in moved):
                return False
            if not all(p[c.slot] == c.state or self.arrow(c.slot, p[c.slot], c.state) for c in moved):
                return False
        return self.when(p, "acts", side, name, "when")

    def arrow(self, region: str, source: int, target: int | None) -> bool:
        states, arrows = list(self.s.regions[region].states), self.s.regions[region].arrows
        pair = (states[source], states[target or 0])
        for chain in arrows:
            words = chain.split()
            for i in range(0, len(words) - 2, 2):
                a, arrow, b = words[i : i + 3]
                if pair == (a, b) or (arrow == "<->" and pair == (b, a)) or (a == "any" and b == pair[1]):
                    return True
        return not arrows

    def allowed(self, p: Position) -> dict[str, set[Form]]:
        """Returns, for each channel open to the side to move, the clause forms it may carry now."""
        if p["actor"] not in (0, 1) or p["node"] != "move" or p["deal"]:
            return {}
        side = self.sides[p["actor"]]
        if p[f"{side}.letter1"] and p[f"{side}.letter2"]:
            return {}
        forms = {f for f in self.scribe.forms if f not in p["barred"] and self.when(p, "clauses", f[0], "when")}
        out = {}
        for name, channel in self.s.channels.items():
            if name not in p[f"{side}.busy"] and self.when(p, "channels", name, "when", p["actor"]):
                out[name] = {f for f in forms if channel.secret or not f[1].endswith("secret")}
        return out

    def offers(self, p: Position) -> Iterator[str]:
        for channel, forms in self.allowed(p).items():
            for bundle in self.scribe.bundles:
                if bundle and bundle <= forms:
                    yield f"offer {channel} {self.spelled(bundle)}"

    def spelled(self, bundle: Iterable[Form]) -> str:
        halves = []
        for side in self.sides:
            clauses = self.s.clauses
            given = [f for f in self.scribe.forms if f in bundle and clauses[f[0]].given_by == side]
            halves.append(" + ".join(f"{c} {form}" if len(clauses[c].forms) > 1 else c for c, form in given))
        return " for ".join(half or "nothing" for half in halves)

    # -- dice ------------------------------------------------------------------------------------

    def outcomes(self, p: Position) -> Weights:
        """Returns every face of the die on the table, with its weight above 0."""
        if p["actor"] != "chance":
            return []
        node, subject = p["node"], p["subject"]
        if node == "mandate":
            return [(f"chance {name}", 1) for name in self.s.mandates[self.sides[subject]]]
        if node == "night":
            return self.night(p)
        if node == "study":
            return self.readings(p)
        name = node if node != "fate" else self.dice[subject]
        name = {"hand": "out_of_hand"}.get(name, name)
        odds = self.odds(p)
        return [(f"chance {name} yes", odds), (f"chance {name} no", 10_000 - odds)]

    def night(self, p: Position) -> Weights:
        left, out = self.s.hazard.at_most, []
        for name in self.s.incidents:
            if name in p["drawn"] or not self.when(p, "incidents", name, "when"):
                continue
            odds = self.sum(p, "incidents", name, "odds") * self.sum(p, "hazard", "percent") // 100
            odds = min(odds, left)
            if odds > 0:
                out.append((f"chance {name}", odds))
                left -= odds
        quiet = 10_000 - sum(odds for _, odds in out)
        return [*out, ("chance quiet", quiet)] if quiet else out

    def readings(self, p: Position) -> Weights:
        k, act = self.act_numbered(p["subject"])
        study = self.s.acts[self.sides[k]][act].studies
        assert study
        if study.what != "their mandate":
            return [(f"chance reading {error}", odds) for error, odds in study.error.items() if odds]
        names = list(self.s.mandates[self.sides[1 - k]])
        true, others = p[f"{self.sides[1 - k]}.mandate"] - 1, max(1, len(names) - 1)
        wrong = (10_000 - study.right) // others
        weights = [wrong] * len(names)
        weights[true] = 10_000 - wrong * (len(names) - 1)
        return [(f"chance reading {name}", odds) for name, odds in zip(names, weights, strict=True) if odds]

    def act_numbered(self, number: int) -> tuple[int, str]:
        first = list(self.s.acts[self.sides[0]])
        second = list(self.s.acts[self.sides[1]])
        return (0, first[number]) if number < len(first) else (1, second[number - len(first)])

    def odds(self, p: Position) -> int:
        node, subject = p["node"], p["subject"]
        if node in ("war", "hand"):
            return int(subject >> 8)
        if node == "close":
            return self.timetable(p["day"])
        if node == "fate":
            return self.fate_odds(p, subject)
        if node == "leak":
            side, number = divmod(subject, 2)
            letter = p[f"{self.sides[side]}.letter{number + 1}"]
            return self.sum(p, "channels", letter.channel, "leak", side)
        if node == "found_out":
            giver = self.s.clauses[self.scribe.forms[subject][0]].given_by
            return self.sum(p, "deals", "found_out", self.sides.index(giver))
        return self.sum(p, "endings", self.endings[p["ending"] - 1], "turns_into", "odds")

    def timetable(self, day: int) -> int:
        return 10_000 if day >= self.s.calendar.days else self.s.calendar.timetable.get(day, 0)

    def fate_odds(self, p: Position, number: int) -> int:
        name = self.dice[number]
        return self.sum(p, "each_night", name, "odds") if self.when(p, "each_night", name, "when") else 0

    # -- what comes of it ------------------------------------------------------------------------

    def apply(self, before: Position, text: str) -> Position:
        """Returns the position after a legal move or a face of the die on the table."""
        p = dict(before)
        verb, _, rest = text.partition(" ")
        if verb == "chance":
            self.fall(p, rest)
        else:
            getattr(self, f"do_{verb}")(p, rest)
        return p

    def do_act(self, p: Position, name: str) -> None:
        k, before = p["actor"], dict(p)
        side, act = self.sides[k], self.s.acts[self.sides[k]][name]
        ladder = f"{side}.ladder"
        own = [c.by for c in self.r.changes[("acts", side, name, "changes")] if c.slot == ladder]
        self.change(p, "acts", side, name, "changes")
        p[ladder] = max(0, min(99, before[ladder] + act.rung + sum(self.value(before, by) for by in own if by)))
        p[f"{side}.climbed"] += max(0, act.rung)
        if act.repudiates:
            self.change(p, "deals", "repudiated", k)
            p["deal"] = p["deal_day"] = 0
            for name_ in ("terms", "owed", "kept", "broken", "feigned"):
                p[name_] = frozenset()
            for owner in self.sides:
                p[f"{owner}.face"] = p[f"{owner}.weight"] = 0
        for what in act.reveals:
            self.reveal(p, what)
        if act.uncovers:
            acts = self.s.acts[self.sides[1 - k]]
            done = before[f"{self.sides[1 - k]}.done"]
            p[f"{side}.found"] |= {a for a in done if acts[a].visibility == "discoverable"}
        p[f"{side}.done"] |= {name}
        if p[f"{side}.wrote"] and act.rung < 0:
            self.change(p, "deals", "gesture", k)
        p[f"{side}.wrote"] = 0
        if act.ends_in:
            p["ending"] = self.endings.index(act.ends_in) + 1
            self.finish(p)
        elif self.settle(p):
            self.finish(p)
        elif act.studies:
            number = list(self.s.acts[side]).index(name) + (len(self.s.acts[self.sides[0]]) if k else 0)
            self.put(p, "study", number)
        else:
            self.next_turn(p, k)

    def reveal(self, p: Position, what: str) -> None:
        p[f"believed.{what}"], p[f"reported.{what}"] = p[what], p["day"]

    def next_turn(self, p: Position, k: int) -> None:
        if k == 0:
            self.begin(p, 1)
        else:
            self.put(p, "night", 0)

    def put(self, p: Position, node: str, subject: int) -> None:
        p["actor"], p["node"], p["subject"] = "chance", node, subject

    def begin(self, p: Position, k: int) -> None:
        p["actor"], p["turn"], p["node"], p["subject"] = k, k, "move", 0
        for number, (name, incident) in enumerate(self.s.incidents.items()):
            if name in p["pending"] and incident.answered_by == self.sides[k]:
                p["node"], p["subject"] = "incident", number
                return

    def finish(self, p: Position) -> None:
        while True:
            turns = self.s.endings[self.endings[p["ending"] - 1]].turns_into
            odds = self.sum(p, "endings", self.endings[p["ending"] - 1], "turns_into", "odds") if turns else 0
            if 0 < odds < 10_000:
                p["actor"], p["node"] = "chance", "turns"
                return
            if not turns or odds <= 0:
                p["actor"] = "over"
                return
            p["ending"] = self.endings.index(turns.ending) + 1

    def cast(self, p: Position, node: str, subject: int, odds: int) -> None:
        """Puts a die on the table, or does what must come where only one face can."""
        self.put(p, node, subject)
        if odds <= 0 or odds >= 10_000:
            getattr(self, f"fall_{node}")(p, NO if odds <= 0 else YES)

    def do_offer(self, p: Position, rest: str) -> None:
        k = p["actor"]
        side, other = self.sides[k], self.sides[1 - k]
        channel, _, halves = rest.partition(" ")
        bundle = next(b for b in self.scribe.bundles if self.spelled(b) == halves)
        for j in (1, 2):
            theirs = p[f"{other}.letter{j}"]
            if theirs and theirs.channel == channel and theirs.arrives <= p["day"]:
                self.void(p, other, j)
        number = 2 if p[f"{side}.letter1"] else 1
        how = self.s.channels[channel]
        arrives = p["day"] + (max(1, how.delay) if k else how.delay)
        p[f"{side}.letter{number}"] = Letter(channel, bundle, arrives, arrives + how.lasts)
        p[f"{side}.busy"] |= {channel}
        p[f"{side}.wrote"] = 1
        p[f"{side}.letters"] += 1
        self.change(p, "channels", channel, "sent", k)
        if self.settle(p):
            self.finish(p)
        elif any(form.endswith("secret") for _, form in bundle):
            self.cast(p, "leak", 2 * k + number - 1, self.sum(p, "channels", channel, "leak", k))

    def void(self, p: Position, side: str, number: int) -> None:
        p[f"{side}.busy"] -= {p[f"{side}.letter{number}"].channel}
        p[f"{side}.letter{number}"] = None

    def do_refuse(self, p: Position, rest: str) -> None:
        k = 1 - p["actor"]
        letter = p[f"{self.sides[k]}.letter{rest}"]
        self.void(p, self.sides[k], int(rest))
        p[f"{self.sides[k]}.refused"] += 2
        self.change(p, "channels", letter.channel, "refused", k)
        if self.settle(p):
            self.finish(p)

    def do_accept(self, p: Position, rest: str) -> None:
        k = 1 - p["actor"]
        letter = p[f"{self.sides[k]}.letter{rest}"]
        for side in self.sides:
            p[f"{side}.letter1"] = p[f"{side}.letter2"] = None
            p[f"{side}.busy"] = frozenset()
        p["terms"] = p["owed"] = letter.forms
        p["kept"] = p["broken"] = p["feigned"] = frozenset()
        p["deal"], p["deal_day"] = 1, p["day"]
        for side in self.sides:
            mine = [f for f in letter.forms if self.s.clauses[f[0]].given_by == side]
            p[f"{side}.face"] = sum(self.face(f) for f in mine)
            p[f"{side}.weight"] = sum(self.s.clauses[c].weight for c, _ in mine)
        for side in (0, 1):
            self.change(p, "deals", "signed", side)
        for form in self.scribe.forms:
            if form in letter.forms:
                way = "in_secret" if form[1].endswith("secret") else "in_public"
                self.change(p, "clauses", form[0], "promised", way)
        self.change(p, "channels", letter.channel, "accepted", k)
        if self.settle(p):
            self.finish(p)

    def face(self, form: Form) -> int:
        percent = self.s.deals.secret_face if form[1].endswith("secret") else 100
        return self.s.clauses[form[0]].face * percent // 100

    def do_answer(self, p: Position, option: str) -> None:
        number = p["subject"]
        name = self.scribe.incidents[number]
        odds = self.sum(p, "incidents", name, "options", option, "out_of_hand")
        p["pending"] -= {name}
        self.change(p, "incidents", name, "options", option, "changes")
        if self.settle(p):
            self.finish(p)
        else:
            self.cast(p, "hand", number | min(10_000, max(0, odds)) << 8, odds)

    def do_keep(self, p: Position, _: str) -> None:
        self.carry_out(p, self.scribe.forms[p["subject"]])
        self.after_months_move(p)

    def do_feign(self, p: Position, _: str) -> None:
        p["owed"] -= {self.scribe.forms[p["subject"]]}
        p["node"] = "found_out"
        self.cast(p, "found_out", p["subject"], self.odds(p))

    def do_lapse(self, p: Position, _: str) -> None:
        self.break_(p, self.scribe.forms[p["subject"]])
        self.after_months_move(p)

    def after_months_move(self, p: Position) -> None:
        if self.settle(p):
            self.finish(p)
        else:
            self.months(p)

    def carry_out(self, p: Position, form: Form) -> None:
        p["owed"] -= {form}
        p["kept"] |= {form}
        self.change(p, "clauses", form[0], "carried_out")

    def break_(self, p: Position, form: Form) -> None:
        giver = self.s.clauses[form[0]].given_by
        p["owed"] -= {form}
        p["broken"] |= {form}
        p[f"{giver}.breaches"] += 1
        self.change(p, "deals", "breach", self.sides.index(giver))

    def months(self, p: Position) -> None:
        for k, side in enumerate(self.sides):
            for number, form in enumerate(self.scribe.forms):
                if form in p["owed"] and self.s.clauses[form[0]].given_by == side:
                    p["actor"], p["turn"], p["node"], p["subject"] = k, k, "months", number
                    return
        p["deal"], p["subject"] = 2, 0
        for k, side in enumerate(self.sides):
            p[f"{side}.terms"] = self.terms(p, k)
        self.end(p)

    def end(self, p: Position) -> None:
        """Ends the game; where no ending asks for what has come to be, the last of the file is the one."""
        if not self.settle(p):
            p["ending"] = len(self.endings)
        self.finish(p)

    def terms(self, p: Position, k: int) -> int:
        """Returns the points of a mandate for the clauses signed; a breach takes what rested on the word."""
        side = self.sides[k]
        mandate = list(self.s.mandates[side].values())[p[f"{side}.mandate"] - 1]
        total = 0
        for clause, form in p["terms"]:
            points: Any = mandate.wants.get(clause, 0)
            points = points if isinstance(points, int) else points.get(form, 0)
            share = self.s.clauses[clause].rests_on_word
            if (clause, form) in p["broken"] | p["feigned"]:
                points = points * (100 - share) // 100 if self.s.clauses[clause].given_by == side else 0
            elif (clause, form) in p["owed"] and form != "at_once" and self.s.clauses[clause].given_by != side:
                trusted = self.sum(p, "deals", "counts", k)
                points = points * (100 * (100 - share) + share * trusted) // 10_000
            total += points
        spelled = {c for c, _ in p["terms"]} | {f"{c} {form}" for c, form in p["terms"]}
        line = mandate.red_line
        crossed = (line.needs and not spelled & {*line.needs}) or spelled & {*line.never}
        return total - line.costs if crossed else total

    # -- the night -------------------------------------------------------------------------------

    def fall(self, p: Position, rest: str) -> None:
        node = p["node"]
        if node == "night":
            self.fall_night(p, rest)
        elif node == "mandate":
            self.fall_mandate(p, rest)
        elif node == "study":
            self.fall_study(p, rest.removeprefix("reading "))
        else:
            getattr(self, f"fall_{node}")(p, YES if rest.endswith(" yes") else NO)

    def fall_mandate(self, p: Position, name: str) -> None:
        side = self.sides[p["subject"]]
        p[f"{side}.mandate"] = list(self.s.mandates[side]).index(name) + 1
        if p["subject"] == 0:
            p["subject"] = 1
        else:
            self.begin(p, 0)

    def fall_night(self, p: Position, name: str) -> None:
        if name == "quiet":
            self.dawn(p)
            return
        number, war = self.scribe.incidents.index(name), self.sum(p, "incidents", name, "war")
        p["drawn"] |= {name}
        p["pending"] |= {name}
        p["draws"] += 1
        self.change(p, "incidents", name, "changes")
        if self.settle(p):
            self.finish(p)
        else:
            self.cast(p, "war", number | min(10_000, max(0, war)) << 8, war)

    def fall_war(self, p: Position, face: int) -> None:
        if face == YES:
            self.incident_ends(p)
        elif p["draws"] < self.s.hazard.draws:
            self.put(p, "night", 0)
        else:
            self.dawn(p)

    def incident_ends(self, p: Position) -> None:
        p["subject"] &= 255
        name = self.scribe.incidents[p["subject"]]
        p["ending"] = self.endings.index(self.s.incidents[name].ends_in) + 1
        self.finish(p)

    def fall_hand(self, p: Position, face: int) -> None:
        if face == YES:
            self.incident_ends(p)
        else:
            self.begin(p, p["turn"])

    def dawn(self, p: Position) -> None:
        p["subject"] = 0
        for name, night in self.s.each_night.items():
            if night.odds is None and self.when(p, "each_night", name, "when"):
                self.nightly(p, name)
        for name, meter in self.s.meters.items():
            if meter.pulled:
                gap = self.sum(p, "meters", name, "pulled", "to") - p[name]
                up, down = max(1, gap // meter.pulled.up), max(1, -gap // meter.pulled.down)
                step = up if gap > 0 else -down if gap < 0 else 0
                p[name] = max(meter.low, min(meter.high, p[name] + step))
        if self.settle(p):
            self.finish(p)
        else:
            self.fates(p, 0)

    def nightly(self, p: Position, name: str) -> None:
        self.change(p, "each_night", name, "changes")
        for what in self.s.each_night[name].reveals.values():
            for slot in what:
                self.reveal(p, slot)

    def fates(self, p: Position, first: int) -> None:
        for number in range(first, len(self.dice)):
            odds = self.fate_odds(p, number)
            if 0 < odds < 10_000:
                self.put(p, "fate", number)
                return
            if odds >= 10_000:
                self.nightly(p, self.dice[number])
                if self.settle(p):
                    self.finish(p)
                    return
        p["subject"] = 0
        odds = self.timetable(p["day"]) if p["deal"] == 0 else 0
        self.cast(p, "close", 0, odds)

    def fall_fate(self, p: Position, face: int) -> None:
        number = p["subject"]
        if face == YES:
            self.nightly(p, self.dice[number])
            if self.settle(p):
                self.finish(p)
                return
        self.fates(p, number + 1)

    def fall_close(self, p: Position, face: int) -> None:
        if face == YES:
            p["time"] = 1
            self.end(p)
        else:
            self.morning(p)

    def morning(self, p: Position) -> None:
        p["day"] += 1
        p["draws"] = p["subject"] = 0
        if p["day"] > p["barred_until"]:
            p["barred"] = frozenset()
        for k, side in enumerate(self.sides):
            for j in (1, 2):
                letter = p[f"{side}.letter{j}"]
                if letter and letter.lapses < p["day"]:
                    self.void(p, side, j)
                    p[f"{side}.refused"] += 1
                    self.change(p, "deals", "silence", 1 - k)
        for side in self.sides:
            p[f"{side}.climbed"] = 0
        over = p["deal"] == 1 and p["day"] - p["deal_day"] >= self.s.deals.settling_nights
        if p["deal"] == 1:
            for form in self.scribe.forms:
                due = p["day"] - p["deal_day"] >= self.s.clauses[form[0]].due
                if form in p["owed"] and form[1] == "at_once" and (over or due):
                    self.carry_out(p, form)
        if self.settle(p):
            self.finish(p)
        elif over:
            self.months(p)
        else:
            self.begin(p, 0)

    def fall_leak(self, p: Position, face: int) -> None:
        k, number = divmod(p["subject"], 2)
        p["actor"], p["node"], p["subject"] = p["turn"], "move", 0
        if face == NO:
            return
        letter = p[f"{self.sides[k]}.letter{number + 1}"]
        self.void(p, self.sides[k], number + 1)
        self.change(p, "channels", letter.channel, "leaked", k)
        for clause, form in self.scribe.forms:
            if (clause, form) in letter.forms and form.endswith("secret"):
                self.change(p, "clauses", clause, "leaked")
                p["barred"] |= {f for f in self.scribe.forms if f[0] == clause}
        p["barred_until"] = p["day"] + self.s.deals.barred_days
        if self.settle(p):
            self.finish(p)

    def fall_found_out(self, p: Position, face: int) -> None:
        form = self.scribe.forms[p["subject"]]
        if face == NO:
            p["feigned"] |= {form}
            self.months(p)
        else:
            self.break_(p, form)
            self.after_months_move(p)

    def fall_study(self, p: Position, face: str) -> None:
        k, name = self.act_numbered(p["subject"])
        side, other = self.sides[k], self.sides[1 - k]
        study = self.s.acts[side][name].studies
        assert study
        if study.what == "their mandate":
            p[f"{side}.reading"] = list(self.s.mandates[other]).index(face) + 1
        else:
            owner, _, meter = study.what.rpartition(" ")
            slot = f"{other}.{meter}" if owner else meter
            low, high = self.limits(slot)
            p[f"believed.{slot}"] = max(low, min(high, p[slot] + int(face)))
            p[f"reported.{slot}"] = p["day"]
        p["subject"] = 0
        self.next_turn(p, k)

    def fall_turns(self, p: Position, face: int) -> None:
        if face == NO:
            p["actor"] = "over"
            return
        turns = self.s.endings[self.endings[p["ending"] - 1]].turns_into
        assert turns
        p["ending"] = self.endings.index(turns.ending) + 1
        self.finish(p)

    # -- what a side sees ------------------------------------------------------------------------

    def view(self, before: Position, k: int) -> Position:
        """Returns the position as a side believes it."""
        p, side, other = dict(before), self.sides[k], self.sides[1 - k]
        for name, blind in self.r.names.hidden_from.items():
            if blind == k:
                p[name] = before[f"believed.{name}"]
                if f"since.{name}" in p:
                    p[f"since.{name}"] = before[f"reported.{name}"] or 1
            else:
                p[f"believed.{name}"] = beliefs(self.slots.start)[self.slots.belief[self.slots.index[name]]]
                p[f"reported.{name}"] = 0
        for what in ("mandate", "reading", "wrote"):
            p[f"{other}.{what}"] = 0
        p[f"{other}.found"] = frozenset()
        public = {a for a, act in self.s.acts[other].items() if act.visibility == "public"}
        p[f"{other}.done"] = before[f"{other}.done"] & (public | before[f"{side}.found"])
        unseen = {name for name, incident in self.s.incidents.items() if incident.seen_by == other}
        p["drawn"], p["pending"] = before["drawn"] - unseen, before["pending"] - unseen
        theirs = {f for f in self.scribe.forms if self.s.clauses[f[0]].given_by == other}
        p["kept"], p["feigned"] = before["kept"] | before["feigned"] & theirs, before["feigned"] - theirs
        if p["actor"] != k:
            p["node"], p["subject"], p["draws"] = "move", 0, 0
        for j in (1, 2):
            letter = before[f"{other}.letter{j}"]
            if letter and letter.arrives > p["day"]:
                self.void(p, other, j)
                p[f"{other}.letters"] -= 1
        return p
