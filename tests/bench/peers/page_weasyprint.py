# SPDX-License-Identifier: MIT
"""The profile's page in WeasyPrint: HTML and CSS; rings and ladders are SVG. Tagged (PDF/UA-1).

The style sheet is parsed and the fonts are configured once.
"""
import math
from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

FACES = (("Light", 300, "normal"), ("Regular", 400, "normal"), ("SemiBold", 600, "normal"), ("Bold", 700, "normal"),
         ("Condensed", 400, "condensed"))
INK = dict(patents="#0b6e8c", articles="#b65a0e")
STYLE = """
@page { size: A4; margin: 0 }
body { margin: 0; font: 9.2pt/1.42 Profile; color: #1f2933; hyphens: none }
h1, h2, h3, p, figure { margin: 0 }
header { background: #0b2545; height: 22mm; padding: 9mm 16mm 8mm; color: white }
header div { display: flex; justify-content: space-between; font-size: 8.6pt; line-height: 1.2; font-weight: 600; color: white }
header div span + span { font-weight: 400; color: #c6dcee }
h1 { font-size: 33pt; line-height: 1.15; font-weight: 700; letter-spacing: -0.01em; margin-top: 5mm }
h1 span { font-weight: 300; color: #c6dcee }
b { font-weight: 700; color: #0b2545 }
section { margin: 0 16mm }
.lead { font-size: 11.2pt; line-height: 1.5; padding-top: 7mm }
.pair { display: flex; gap: 9mm; align-items: flex-start }
.pair > * { flex: 1 1 0; min-width: 0 }
.ranks { margin-top: 6.5mm }
.rank { border-top: 2pt solid; padding-top: 3mm }
.patents { border-color: #0b6e8c; color: #0b6e8c }
.articles { border-color: #b65a0e; color: #b65a0e }
.number { font-size: 36pt; font-weight: 700; line-height: 1; letter-spacing: -0.01em }
.number sup { font-size: 16pt; line-height: 0; vertical-align: 13pt }
.caption { font-size: 9.4pt; line-height: 1.4; color: #1f2933 }
.before { font-size: 8pt; color: #5f6f7e }
.ends { display: flex; justify-content: space-between; font-size: 6.8pt; color: #5f6f7e }
.ladder svg { display: block; width: 100%; height: 3.1mm; margin-top: 2mm }
h2 { font-size: 13pt; line-height: 1.25; font-weight: 600; color: #0b2545; margin: 7.5mm 0 2.5mm }
h3, caption { font-size: 10.4pt; line-height: 1.3; font-weight: 600; color: #0b2545; text-align: left }
.amount { font-size: 19pt; font-weight: 700; line-height: 1.1 }
.ringed { display: flex; gap: 6mm; align-items: center }
.ringed > div { flex: 1 }
.ringed svg { width: 18mm; height: 18mm }
.tables { margin-top: 9mm }
table { width: 100%; border-collapse: collapse; font-size: 8.1pt; line-height: 1.32; font-variant-numeric: tabular-nums }
th { font-size: 7.2pt; font-weight: 400; color: #5f6f7e; text-align: right; border-bottom: 0.8pt solid #0b2545 }
td { border-bottom: 0.6pt solid #cdd6de; vertical-align: top }
td, th { padding: 1.35mm 2mm 1.35mm 0 }
td.place { color: #5f6f7e; width: 3mm }
td.count, td.share { text-align: right }
td.share { font-weight: 700; color: #0b2545 }
td.bar { width: 12.5mm; padding-right: 0 }
.fill { height: 2mm; margin-top: 0.7mm }
.panel { background: #f2f6f9; padding: 3.6mm }
.panel h3 { font-size: 9.4pt }
.missing { border: 0.6pt dashed #b5c1cc }
.row { display: flex; font-size: 7.8pt; line-height: 1.2; margin-top: 2.2mm; align-items: center }
.row span { width: 56%; font-stretch: condensed }
.row div { height: 3.1mm; margin: 0 }
.row b { margin-left: auto; font-size: 7.8pt }
.nothing { position: relative; height: 34mm }
.nothing svg { width: 100%; height: 34mm }
.nothing p { position: absolute; top: 14mm; left: 9mm; background: white; border: 0.6pt solid #b5c1cc; padding: 1.6mm 2mm;
  font-size: 7.6pt; line-height: 1.3; color: #5f6f7e }
footer { position: absolute; bottom: 9mm; left: 16mm; right: 16mm; border-top: 0.6pt solid #b5c1cc; padding-top: 1.2mm; font-size: 7pt;
  line-height: 1.4; color: #5f6f7e }
footer div { display: flex; justify-content: space-between; gap: 14mm }
footer span + span { white-space: nowrap }
main { position: relative; height: 297mm }
"""


def style_read(folder):
    fonts = FontConfiguration()
    faces = "".join(f'@font-face {{ font-family: Profile; font-weight: {weight}; font-stretch: {stretch}; '
                    f'src: url("{folder}/NotoSans-{face}.ttf") }}\n' for face, weight, stretch in FACES)
    return CSS(string=faces + STYLE, base_url=".", font_config=fonts), fonts


def marked(runs):
    return "".join(f"<b>{escape(words)}</b>" if bold else escape(words) for words, bold in runs)


def ladder(page, rank):
    count = page["size"] if page["size"] <= 100 else 1
    step = 1000 / count
    marks = "".join(f'<rect x="{i * step:.2f}" y="16" width="{step if count == 1 else step * 0.7:.2f}" height="30" '
                    f'fill="#d9e1e8"/>' for i in range(count))
    at = (rank["value"] - 1) / page["size"] * 1000
    label = f'Ladder of ranks from 1st to {page["last"]}, marked at {rank["value"]}.'
    return (f'<div class="ladder"><svg viewBox="0 0 1000 62" preserveAspectRatio="none" role="img" aria-label="{label}">'
            f'{marks}<rect x="{at:.2f}" width="7" height="62" fill="{INK[rank["ink"]]}"/></svg>'
            f'<div class="ends"><span>1st</span><span>{page["last"]}</span></div></div>')


def callout(page, rank):
    before = f'<p class="before">{escape(rank["before"])}</p>' if rank["before"] else ""
    return (f'<div class="rank {rank["ink"]}"><p class="number">{rank["figure"]}<sup>{rank["suffix"]}</sup></p>'
            f'<p class="caption">{escape(rank["caption"])}</p>{ladder(page, rank)}{before}</div>')


def ring(item):
    angle = min(item["share"], 99.99) * 3.6
    x, y = 9 + 7.7 * math.sin(math.radians(angle)), 9 - 7.7 * math.cos(math.radians(angle))
    return (f'<svg viewBox="0 0 18 18" role="img" aria-label="Donut chart: {item["figure"]} of the ring is filled.">'
            f'<circle cx="9" cy="9" r="7.7" fill="none" stroke="#d9e1e8" stroke-width="2.6"/>'
            f'<path d="M9 1.3A7.7 7.7 0 {int(angle > 180)} 1 {x:.3f} {y:.3f}" fill="none" stroke="{INK[item["ink"]]}" '
            f'stroke-width="2.6"/><text x="9" y="10.6" text-anchor="middle" font-family="Profile" font-weight="700" '
            f'font-size="4.37" fill="#0b2545">{item["figure"]}</text></svg>')


def ringed(item, words):
    return f'<div class="ringed">{ring(item)}<div>{words}</div></div>' if item["share"] is not None else f"<div>{words}</div>"


def total(item):
    return ringed(item, f'<p class="amount {item["ink"]}">{item["amount"]}</p><p>{marked(item["runs"])}</p>')


def actors(page, item):
    if not item["rows"]:
        return f'<div><h2>{item["title"]}</h2><p class="panel missing before">{item["placeholder"]}</p></div>'
    rows = "".join(f'<tr><td class="place">{row["place"]}</td><td>{escape(row["name"])}</td>'
                   f'<td class="count">{row["count"]}</td><td class="share">{row["figure"]}</td><td class="bar">'
                   f'<div class="fill" style="width:{row["share"] / page["share_most"] * 12.5:.2f}mm;'
                   f'background:{INK[item["ink"]]}"></div></td></tr>' for row in item["rows"])
    return (f'<div><table><caption>{item["title"]}</caption><thead><tr><th></th><th></th><th>{item["head"]}</th><th>Share</th>'
            f'<th></th></tr></thead><tbody>{rows}</tbody></table></div>')


def nothing(item):
    bars = "".join(f'<rect y="{20 + i * 54}" width="{320 - i * 16}" height="12" fill="#d9e1e8"/>'
                   f'<rect x="400" y="{12 + i * 54}" width="{160 - i * 18}" height="28" fill="url(#hatch)"/>' for i in range(6))
    return (f'<div class="panel missing"><h3>{item["title"]}</h3><div class="nothing"><svg viewBox="0 0 760 340" role="img" '
            f'aria-label="Chart without data. {item["title"]}."><defs><pattern id="hatch" width="20" height="20" '
            f'patternUnits="userSpaceOnUse"><path d="M0 20L20 0" stroke="#d9e1e8" stroke-width="6"/></pattern></defs>{bars}</svg>'
            f'<p>{item["placeholder"]}</p></div></div>')


def chart(page, item):
    if not item["rows"]:
        return nothing(item)
    rows = "".join(f'<div class="row"><span>{escape(row["label"])}</span><div style="background:{INK[item["ink"]]};'
                   f'width:{row["share"] / page["field_most"] * 20:.2f}mm"></div><b>{row["figure"]}</b></div>'
                   for row in item["rows"])
    return f'<div class="panel"><h3>{item["title"]}</h3>{rows}</div>'


def pair(items, make, kind=""):
    return f'<div class="pair {kind}">{"".join(make(item) for item in items)}</div>' if items else ""


def html_say(page):
    parts = [f'<html lang="en"><head><title>{escape(page["title"])}</title></head><body><main><header><div>'
             f'<span>{escape(page["kicker"])}</span><span>{escape(page["subject"])}</span></div>'
             f'<h1>{escape(page["name"])}<span>, {escape(page["place"])}</span></h1></header><section>',
             f'<p class="lead">{marked(page["lead"])}</p>', pair(page["ranks"], lambda rank: callout(page, rank), "ranks")]
    if page["totals"]:
        parts += ["<h2>Output</h2>", pair(page["totals"], total)]
    parts += [pair(page["tables"], lambda item: actors(page, item), "tables"), f'<h2>{escape(page["fields_title"])}</h2>',
              pair(page["fields"], lambda item: chart(page, item))]
    if page["partners"]:
        parts += ["<h2>Collaboration</h2>", pair(page["partners"], lambda item: ringed(item, f'<p>{marked(item["runs"])}</p>'))]
    notes = "".join(f"<p>{escape(note)}</p>" for note in page["notes"])
    parts.append(f'</section><footer>{notes}<div><span>{escape(page["source"])}</span><span>{escape(page["folio"])}</span></div>'
                 "</footer></main></body></html>")
    return "".join(parts)


def page_write(page, style, fonts, out):
    """Writes the PDF; gives back how many pages it took."""
    document = HTML(string=html_say(page)).render(stylesheets=[style], font_config=fonts)
    document.write_pdf(out, pdf_variant="pdf/ua-1", pdf_tags=True)
    return len(document.pages)
