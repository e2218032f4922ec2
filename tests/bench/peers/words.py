# SPDX-License-Identifier: MIT
"""What a profile's page says, for the peers that the press is compared with: the words of layouts/profile.xml, from
the same record, but for the marks of notes.

`Names` reads data/names.xml once; `page_read` reads one record and gives its page as plain dictionaries and lists:
text in runs of [words, bold], shares as numbers beside the words for them. Nothing is placed or measured here.
"""
import xml.etree.ElementTree as xml

NS = "{urn:clusterpress:cluster:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ONES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
CARDINALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
SOURCE = ("science and technology clusters. PCT applications and scientific articles are counted over the last five "
          "years.")


class Names:
    def __init__(self, path):
        root = xml.parse(path).getroot()
        spaced = "{" + root.tag[1:].split("}")[0] + "}"
        self.forms = {}
        for entry in root:
            forms = {form.tag.removeprefix(spaced): form.text for form in entry if form.get(LANGUAGE) is None}
            self.forms[entry.get("code") or entry.get("id")] = forms

    def word(self, key, form="name"):
        forms = self.forms.get(key, {})
        return forms.get(form) or forms.get("name") or key


def ordinal_suffix(number):
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ordinal(number):
    return f"{number:,}{ordinal_suffix(number)}"


def ordinal_spelt(number):
    if number >= 100:
        rest = number % 100
        return f"{CARDINALS[number // 100]} hundred" + (f" and {ordinal_spelt(rest)}" if rest else "th")
    if number < 20:
        return ONES[number]
    tens, one = divmod(number, 10)
    return TENS[tens] + (f"y-{ONES[one]}" if one else "ieth")


def counted(number, one):
    return f"{number:,} {one}" + ("" if number == 1 else "s")


def listed(runs):
    """Bold words: "a", "a and b", "a, b and c"."""
    out = []
    for i, run in enumerate(runs):
        if i:
            out.append([" and " if i == len(runs) - 1 else ", ", False])
        out.append([run, True])
    return out


class Reading:
    def __init__(self, root, names, edition):
        self.root, self.names, self.edition = root, names, edition
        self.name = next(name.text for name in root.findall(NS + "name") if name.get(LANGUAGE, "en") == "en")
        self.economies = [economy.text for economy in root.findall(NS + "economy")]
        self.ranks = root.find(NS + "ranks")
        self.patents, self.articles = root.find(NS + "patents"), root.find(NS + "articles")

    def rank(self, name):
        value = self.ranks.get(name) if self.ranks is not None else None
        return int(value) if value else None

    def lead(self):
        place, of, adjective = self.rank("economy"), self.rank("of"), self.names.word(self.economies[0], "adjective")
        if of == 1:
            begin = f"{self.name} is the only cluster within {self.names.word(self.economies[0], 'phrase')} that falls"
        elif of:
            begin = (f"{self.name} is the {ordinal_spelt(place)}-ranked cluster, out of {of:,} {adjective} clusters, "
                     "that falls")
        else:
            begin = f"{self.name} falls"
        runs = [[f"{begin} within the top {self.edition['size']:,} S&T clusters in {self.edition['year']}. ", False]]
        if self.rank("previous") and not self.rank("size"):
            runs.append([f"In the edition before it was the {ordinal(self.rank('previous'))} largest. ", False])
        growth = self.root.find(NS + "growth")
        if growth is not None:
            rate = float(growth.get("output"))
            runs += [["Its science and technology output " + ("changed by " if rate < 0 else "grew by "), False],
                     [growth.get("output") + "%", True], [" on the edition before. ", False]]
        end = ", making it the:" if self.rank("size") or self.rank("intensity") else "."
        return runs + [["It filed ", False],
                       [counted(int(self.patents.get("per-million")), "PCT application"), True], [" and published ", False],
                       [counted(int(self.articles.get("per-million")), "scientific article"), True],
                       [f", both per 1\u00a0million inhabitants over the last five years{end}", False]]

    def before(self):
        size, previous, top = self.rank("size"), self.rank("previous"), self.edition["size"]
        if self.ranks.get("new"):
            return f"New among the top {top:,}"
        if not previous:
            return ""
        basis = ", recomputed with the method of this one" if self.ranks.get("previous-basis") == "recomputed" else ""
        word = "Up from" if size < previous else "Down from" if size > previous else "As"
        return (f"{word} {ordinal(previous)} in the edition before" if size != previous else
                "As in the edition before") + basis

    def callouts(self):
        year = self.edition["year"]
        size, intensity = self.rank("size"), self.rank("intensity")
        if size:
            yield dict(ink="patents", figure=f"{size:,}", suffix=ordinal_suffix(size), value=size, before=self.before(),
                       caption=f"largest science and technology cluster in {year}")
        if intensity:
            yield dict(ink="articles", figure=f"{intensity:,}", suffix=ordinal_suffix(intensity), value=intensity,
                       before="", caption=f"S&T cluster by intensity (relative to population density) in {year}")

    def totals(self):
        for ink, activity, one in (("patents", self.patents, "PCT application"),
                                   ("articles", self.articles, "scientific article")):
            if activity.get("total") is None:
                continue
            total, share = int(activity.get("total")), activity.get("world-share")
            runs = [[(one if total == 1 else one + "s") + f" in {activity.get('period')}", False]]
            if share:
                runs += [[": ", False], [f"{share}%", True], [" of the world’s total", False]]
            yield dict(ink=ink, amount=f"{total:,}", runs=runs, share=float(share) if share else None,
                       figure=f"{share}%")

    def table(self, ink, activity, element, title, head):
        rows = [dict(place=str(i + 1), name=actor.text, count=f"{int(actor.get('count')):,}",
                     share=float(actor.get("share")), figure=actor.get("share") + "%")
                for i, actor in enumerate(activity.findall(NS + element))]
        return dict(ink=ink, title=title, head=head, rows=rows,
                    placeholder=f"Not supplied in the {self.edition['year']} data file")

    def tables(self):
        return [self.table("patents", self.patents, "applicant", "Top PCT applicants", "Patents"),
                self.table("articles", self.articles, "organization", "Top publishing organizations", "Articles")]

    def fields(self):
        for ink, activity, title in (("patents", self.patents, "Patents"), ("articles", self.articles, "Publications")):
            yield dict(ink=ink, title=title,
                       placeholder=f"Field breakdown not supplied in the {self.edition['year']} data file",
                       rows=[dict(label=self.names.word(field.text), share=float(field.get("share")),
                                  figure=field.get("share") + "%") for field in activity.findall(NS + "field")])

    def partners(self):
        for ink, activity in (("patents", self.patents), ("articles", self.articles)):
            if activity.get("collaboration"):
                share = activity.get("collaboration")
                yield dict(ink=ink, share=float(share), figure=share + "%", runs=self.together(ink, activity))

    def together(self, ink, activity):
        places = [self.names.word(place.text) for place in activity.findall(NS + "with")]
        several = len(places) > 1
        if ink == "patents":
            runs = [[f"of {self.name}’s PCT patent applications are filed in collaboration with other inventors", False]]
            if places:
                runs += [[", with ", False], *listed(places),
                         [" emerging as the top collaborative location" + "s" * several, False]]
        else:
            runs = [[f"of {self.name}’s scientific articles are published in collaboration with other organizations",
                     False]]
            if places:
                count = f"{CARDINALS[len(places)]} " if several else ""
                runs += [[f", with the top {count}collaborating location{'s' * several} being ", False], *listed(places)]
        return runs + [[".", False]]


def page_read(path, names, edition):
    """The page of the record in `path`. `edition`: its title, subject, year and size."""
    reading = Reading(xml.parse(path).getroot(), names, edition)
    economies = [names.word(economy) for economy in reading.economies]
    place = economies[0] if len(economies) == 1 else " and ".join(economies)
    tables, fields = reading.tables(), list(reading.fields())
    return dict(name=reading.name, place=place, kicker=edition["title"], subject=edition["subject"],
                title=f"{reading.name}, {place}: {edition['title']}", size=edition["size"],
                last=ordinal(edition["size"]), lead=reading.lead(), ranks=list(reading.callouts()),
                totals=list(reading.totals()), tables=tables,
                share_most=max((row["share"] for table in tables for row in table["rows"]), default=1),
                fields_title=f"Top technology fields in {reading.name}", fields=fields,
                field_most=max((row["share"] for chart in fields for row in chart["rows"]), default=1),
                partners=list(reading.partners()), notes=[note.text for note in reading.root.findall(NS + "note")],
                source=f"Source: {edition['title']}, {SOURCE}", folio=f"{edition['year']} edition · {reading.name}")
