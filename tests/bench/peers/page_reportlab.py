# SPDX-License-Identifier: MIT
"""The profile's page in ReportLab: drawn on its canvas, paragraphs and tables by Platypus. Untagged: it cannot tag.

Fonts are read once and styles made once; what ReportLab keeps of them is its own affair.
"""
import math
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

INK = {name: HexColor(rgb) for name, rgb in dict(
    text="#1f2933", night="#0b2545", patents="#0b6e8c", articles="#b65a0e", quiet="#5f6f7e", rule="#b5c1cc",
    hairline="#cdd6de", mist="#d9e1e8", panel="#f2f6f9", sky="#c6dcee").items()}
FACES = ("Light", "Regular", "SemiBold", "Bold", "Condensed")
LEFT, RIGHT, GAP = 16 * mm, A4[0] - 16 * mm, 9 * mm


def fonts_read(folder):
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, f"{folder}/NotoSans-{face}.ttf"))
    pdfmetrics.registerFontFamily("Regular", normal="Regular", bold="Bold")


def style(size, leading, font="Regular", ink="text", align=0):
    return ParagraphStyle(f"{font}{size}{ink}{align}", fontName=font, fontSize=size, leading=size * leading,
                          textColor=INK[ink], alignment=align)


def styles_make():
    return dict(lead=style(11.2, 1.5), body=style(9.2, 1.42), caption=style(9.4, 1.4), before=style(8, 1.4, ink="quiet"),
                h2=style(13, 1.25, "SemiBold", "night"), h3=style(10.4, 1.3, "SemiBold", "night"),
                chart=style(9.4, 1.3, "SemiBold", "night"), cells=style(8.1, 1.32), place=style(8.1, 1.32, ink="quiet"),
                count=style(8.1, 1.32, align=2), share=style(8.1, 1.32, "Bold", "night", 2),
                head=style(7.2, 1.3, ink="quiet", align=2), label=style(7.8, 1.2, "Condensed"),
                figure=style(7.8, 1.2, "Bold", "night", 2), notice=style(7.6, 1.3, ink="quiet"),
                source=style(7, 1.4, ink="quiet"))


def marked(runs):
    return "".join(f'<b><font color="#0b2545">{escape(words)}</font></b>' if bold else escape(words)
                   for words, bold in runs)


class Bar(Flowable):
    def __init__(self, width, height, ink):
        super().__init__()
        self.width, self.height, self.ink = width, height, ink

    def wrap(self, *room):
        return self.width, self.height

    def draw(self):
        self.canv.setFillColor(self.ink)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)


class Pen:
    """Draws downwards: each call gives back where it ended."""

    def __init__(self, canvas, page, styles):
        self.canvas, self.page, self.styles = canvas, page, styles

    def paragraph(self, words, name, x, y, width):
        return self.flow(Paragraph(words, self.styles[name]), x, y, width)

    def flow(self, flowable, x, y, width):
        _, height = flowable.wrap(width, 1000)
        flowable.drawOn(self.canvas, x, y - height)
        return y - height

    def text(self, x, y, words, font, size, ink, space=0):
        self.canvas.setFillColor(ink)
        text = self.canvas.beginText(x, y)
        text.setFont(font, size)
        text.setCharSpace(space)
        text.textOut(words)
        self.canvas.drawText(text)
        return x + pdfmetrics.stringWidth(words, font, size) + space * len(words)

    def box(self, x, y, width, height, ink):
        self.canvas.setFillColor(ink)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def columns(self, items, y, draw):
        if not items:
            return y
        width = (RIGHT - LEFT - GAP * (len(items) - 1)) / len(items)
        return min(draw(item, LEFT + i * (width + GAP), y, width) for i, item in enumerate(items))

    def masthead(self):
        top = A4[1]
        self.box(0, top - 39 * mm, A4[0], 39 * mm, INK["night"])
        self.text(LEFT, top - 12 * mm, self.page["kicker"], "SemiBold", 8.6, white)
        self.canvas.setFont("Regular", 8.6)
        self.canvas.setFillColor(INK["sky"])
        self.canvas.drawRightString(RIGHT, top - 12 * mm, self.page["subject"])
        x = self.text(LEFT, top - 28 * mm, self.page["name"], "Bold", 33, white, -0.33)
        self.text(x, top - 28 * mm, ", " + self.page["place"], "Light", 33, INK["sky"])
        return top - 46 * mm

    def ladder(self, rank, x, y, width):
        count = self.page["size"] if self.page["size"] <= 100 else 1
        for i in range(count):
            step = width / count
            self.box(x + i * step, y, step if count == 1 else step * 0.7, 1.5 * mm, INK["mist"])
        self.box(x + (rank["value"] - 1) / self.page["size"] * width, y - 0.8 * mm, 0.6 * mm, 3.1 * mm, INK[rank["ink"]])
        self.text(x, y - 3.6 * mm, "1st", "Regular", 6.8, INK["quiet"])
        self.canvas.setFont("Regular", 6.8)
        self.canvas.drawRightString(x + width, y - 3.6 * mm, self.page["last"])
        return y - 5 * mm

    def callout(self, rank, x, y, width):
        ink = INK[rank["ink"]]
        self.box(x, y - 2, width, 2, ink)
        end = self.text(x, y - 13.5 * mm, rank["figure"], "Bold", 36, ink, -0.36)
        self.text(end, y - 13.5 * mm + 13.4, rank["suffix"], "Bold", 16, ink)
        y = self.paragraph(escape(rank["caption"]), "caption", x, y - 15.5 * mm, width)
        y = self.ladder(rank, x, y - 3.5 * mm, width)
        return self.paragraph(escape(rank["before"]), "before", x, y, width) if rank["before"] else y

    def ring(self, item, x, y):
        radius, middle_x, middle_y = 7.7 * mm, x + 9 * mm, y - 9 * mm
        corners = (middle_x - radius, middle_y - radius, middle_x + radius, middle_y + radius)
        self.canvas.setLineWidth(2.6 * mm)
        self.canvas.setStrokeColor(INK["mist"])
        self.canvas.circle(middle_x, middle_y, radius, stroke=1, fill=0)
        self.canvas.setStrokeColor(INK[item["ink"]])
        self.canvas.arc(*corners, 90, -min(item["share"], 99.99) * 3.6)
        self.canvas.setFont("Bold", 12.4)
        self.canvas.setFillColor(INK["night"])
        self.canvas.drawCentredString(middle_x, middle_y - 4.4, item["figure"])

    def ringed(self, item, x, y, width, draw):
        if item["share"] is None:
            return draw(x, y, width)
        self.ring(item, x, y)
        return min(y - 18 * mm, draw(x + 24 * mm, y - 2 * mm, width - 24 * mm))

    def total(self, item, x, y, width):
        def words(x, y, width):
            self.text(x, y - 7 * mm, item["amount"], "Bold", 19, INK[item["ink"]], -0.19)
            return self.paragraph(marked(item["runs"]), "body", x, y - 8.5 * mm, width)
        return self.ringed(item, x, y, width, words)

    def partner(self, item, x, y, width):
        return self.ringed(item, x, y, width,
                           lambda x, y, width: self.paragraph(marked(item["runs"]), "body", x, y, width))

    def actors(self, item, x, y, width):
        y = self.paragraph(escape(item["title"]), "h3", x, y, width) - 1 * mm
        if not item["rows"]:
            self.panel(x, y, width, 12 * mm, dashed=True)
            return self.paragraph(escape(item["placeholder"]), "notice", x + 3.6 * mm, y - 4.4 * mm, width) - 4.4 * mm
        made = {name: lambda words, name=name: Paragraph(escape(words), self.styles[name])
                for name in ("cells", "place", "count", "share", "head")}
        rows = [["", "", made["head"](item["head"]), made["head"]("Share"), ""]]
        rows += [[made["place"](row["place"]), made["cells"](row["name"]), made["count"](row["count"]),
                  made["share"](row["figure"]),
                  Bar(row["share"] / self.page["share_most"] * 12.5 * mm, 2 * mm, INK[item["ink"]])]
                 for row in item["rows"]]
        table = Table(rows, colWidths=[5 * mm, width - 42.5 * mm, 12.5 * mm, 12.5 * mm, 12.5 * mm])
        table.setStyle(TableStyle([
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 1.5 * mm),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2 * mm),
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("RIGHTPADDING", (4, 0), (4, -1), 0),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK["night"]), ("LINEBELOW", (0, 1), (-1, -1), 0.6, INK["hairline"])]))
        return self.flow(table, x, y, width)

    def panel(self, x, y, width, height, dashed):
        self.box(x, y - height, width, height, INK["panel"])
        if dashed:
            self.canvas.saveState()
            self.canvas.setDash(2, 2)
            self.canvas.setLineWidth(0.6)
            self.canvas.setStrokeColor(INK["rule"])
            self.canvas.rect(x, y - height, width, height, stroke=1, fill=0)
            self.canvas.restoreState()

    def hatched(self, x, y, width, height):
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(x, y, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)
        self.canvas.setStrokeColor(INK["mist"])
        self.canvas.setLineWidth(0.6 * mm)
        for i in range(math.ceil((width + height) / (2 * mm))):
            self.canvas.line(x + i * 2 * mm - height, y, x + i * 2 * mm, y + height)
        self.canvas.restoreState()

    def nothing(self, item, x, y, width):
        self.panel(x, y, width, 46 * mm, dashed=True)
        end = self.paragraph(escape(item["title"]), "chart", x + 3.6 * mm, y - 3.6 * mm, width)
        for i in range(6):
            self.box(x + 3.6 * mm, end - 4 * mm - i * 5.4 * mm, 32 * mm - i * 1.6 * mm, 1.2 * mm, INK["mist"])
            self.hatched(x + 44 * mm, end - 5 * mm - i * 5.4 * mm, 16 * mm - i * 1.8 * mm, 2.8 * mm)
        words = item["placeholder"]
        wide = pdfmetrics.stringWidth(words, "Regular", 7.6) + 4 * mm
        self.canvas.setLineWidth(0.6)
        self.canvas.setStrokeColor(INK["rule"])
        self.canvas.setFillColor(white)
        self.canvas.rect(x + (width - wide) / 2, y - 28 * mm, wide, 7 * mm, stroke=1, fill=1)
        self.text(x + (width - wide) / 2 + 2 * mm, y - 25.4 * mm, words, "Regular", 7.6, INK["quiet"])
        return y - 46 * mm

    def chart(self, item, x, y, width):
        if not item["rows"]:
            return self.nothing(item, x, y, width)
        height = 11 * mm + 5.4 * mm * len(item["rows"])
        self.panel(x, y, width, height, dashed=False)
        at = self.paragraph(escape(item["title"]), "chart", x + 3.6 * mm, y - 3.6 * mm, width) - 2 * mm
        inner = width - 7.2 * mm
        for row in item["rows"]:
            self.paragraph(escape(row["label"]), "label", x + 3.6 * mm, at, inner * 0.56)
            self.box(x + 3.6 * mm + inner * 0.56, at - 3.6 * mm, row["share"] / self.page["field_most"] * 20 * mm, 3.1 * mm,
                     INK[item["ink"]])
            self.paragraph(escape(row["figure"]), "figure", x + width - 14 * mm, at, 10.4 * mm)
            at -= 5.4 * mm
        return y - height

    def h2(self, words, y):
        return self.paragraph(escape(words), "h2", LEFT, y - 6 * mm, RIGHT - LEFT) - 2.5 * mm

    def foot(self):
        y = 9 * mm + 12 * mm + 10 * len(self.page["notes"])
        self.box(LEFT, y, RIGHT - LEFT, 0.6, INK["rule"])
        for note in self.page["notes"]:
            y = self.paragraph(escape(note), "source", LEFT, y, RIGHT - LEFT)
        self.paragraph(escape(self.page["source"]), "source", LEFT, y - 1.2 * mm, 125 * mm)
        self.canvas.setFont("Regular", 7)
        self.canvas.setFillColor(INK["quiet"])
        self.canvas.drawRightString(RIGHT, y - 4 * mm, self.page["folio"])

    def draw(self):
        y = self.masthead()
        y = self.paragraph(marked(self.page["lead"]), "lead", LEFT, y, RIGHT - LEFT) - 6.5 * mm
        y = self.columns(self.page["ranks"], y, self.callout)
        if self.page["totals"]:
            y = self.columns(self.page["totals"], self.h2("Output", y), self.total)
        y = self.columns(self.page["tables"], y - 9 * mm, self.actors)
        y = self.columns(self.page["fields"], self.h2(self.page["fields_title"], y), self.chart)
        if self.page["partners"]:
            y = self.columns(self.page["partners"], self.h2("Collaboration", y), self.partner)
        self.foot()
        return y


def page_write(page, styles, out):
    """Writes the PDF; gives back how many millimetres are left above the foot (negative: it does not fit)."""
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1)
    canvas.setTitle(page["title"])
    end = Pen(canvas, page, styles).draw()
    canvas.save()
    return end / mm - 22
