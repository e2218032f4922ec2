/* SPDX-License-Identifier: MIT */
#include "write/xliff.h"

#include "base/list.h"
#include "write/escape.h"

#include <string.h>

/* What codes stand for: each text once, as <data id="d1">. */
typedef struct Codes {
	Arena *a;
	List data;   /* of const char * */
	List source; /* of Code: those of the source */
} Codes;

typedef struct Code {
	const char *text;
	bool taken; /* by a code of the target */
} Code;

static int data_of(Codes *codes, const char *text)
{
	for (int i = 0; i < codes->data.count; i++)
		if (str_equal(*(const char *const *)list_at(&codes->data, i), text))
			return i + 1;
	*(const char **)list_add(&codes->data) = text;
	return codes->data.count;
}

static const char *close_of(Arena *a, const char *open)
{
	return str_format(a, "</%.*s>", (int)strcspn(open + 1, " >"), open + 1);
}

static void data_gather(Codes *codes, const Part *parts, int count)
{
	for (int i = 0; i < count; i++) {
		if (parts[i].kind == PART_VALUE || parts[i].kind == PART_OPEN)
			data_of(codes, parts[i].text);
		if (parts[i].kind == PART_OPEN)
			data_of(codes, close_of(codes->a, parts[i].text));
	}
}

/* In the source codes are numbered in their order; in the target each has the number of its like there, or a new one. */
static int code_number(Codes *codes, const char *text, bool target)
{
	for (int i = 0; target && i < codes->source.count; i++) {
		Code *code = list_at(&codes->source, i);
		if (code->taken || !str_equal(code->text, text))
			continue;
		code->taken = true;
		return i + 1;
	}
	*(Code *)list_add(&codes->source) = (Code){text, target};
	return codes->source.count;
}

static void put_open(StrBuf *out, Codes *codes, const char *text, bool target)
{
	bool bold = strcmp(text, "<b>") == 0, link = strncmp(text, "<a ", 3) == 0;
	strbuf_format(out, "<pc id=\"%d\" dataRefStart=\"d%d\" dataRefEnd=\"d%d\" type=\"%s\"%s>",
		      code_number(codes, text, target), data_of(codes, text),
		      data_of(codes, close_of(codes->a, text)), link ? "link" : "fmt",
		      bold ? " subType=\"xlf:b\"" : "");
}

static void put_value(StrBuf *out, Codes *codes, const char *text, bool target)
{
	strbuf_format(out, "<ph id=\"%d\" dataRef=\"d%d\" disp=\"",
		      code_number(codes, text, target), data_of(codes, text));
	escape_put(out, text, true);
	strbuf_add(out, "\"/>");
}

static void put_parts(StrBuf *out, Codes *codes, const Part *parts, int count, bool target)
{
	for (int i = 0; i < count; i++) {
		if (parts[i].kind == PART_TEXT)
			escape_put(out, parts[i].text, false);
		else if (parts[i].kind == PART_VALUE)
			put_value(out, codes, parts[i].text, target);
		else if (parts[i].kind == PART_OPEN)
			put_open(out, codes, parts[i].text, target);
		else
			strbuf_add(out, "</pc>");
	}
}

static void put_note(StrBuf *out, const char *category, const char *text)
{
	strbuf_format(out, "        <note%s%s%s>", category ? " category=\"" : "",
		      category ? category : "", category ? "\"" : "");
	escape_put(out, text, false);
	strbuf_add(out, "</note>\n");
}

/* What the words are: "<p> in row “ranks”". */
static const char *where(Arena *a, const Unit *unit)
{
	const Node *around = unit->node->parent;
	while (around && !node_value(around, "id"))
		around = around->parent;
	const char *attr = unit->attr ? str_format(a, "%s of ", unit->attr->name) : "";
	if (!around)
		return str_format(a, "%s<%s>", attr, unit->node->name);
	return str_format(a, "%s<%s> in <%s> \"%s\"", attr, unit->node->name, around->name,
			  node_value(around, "id"));
}

static void put_notes(StrBuf *out, const XliffEntry *entry)
{
	strbuf_add(out, "      <notes>\n");
	put_note(out, "where", where(out->arena, entry->unit));
	for (const char *const *note = entry->by ? entry->by->notes : NULL; note && *note; note++)
		put_note(out, NULL, *note);
	strbuf_add(out, "      </notes>\n");
}

static void put_data(StrBuf *out, const Codes *codes)
{
	if (codes->data.count == 0)
		return;
	strbuf_add(out, "      <originalData>\n");
	for (int i = 0; i < codes->data.count; i++) {
		strbuf_format(out, "        <data id=\"d%d\">", i + 1);
		escape_put(out, *(const char *const *)list_at(&codes->data, i), false);
		strbuf_add(out, "</data>\n");
	}
	strbuf_add(out, "      </originalData>\n");
}

/* A target that has not been looked at since its source changed is "initial" again. */
static void put_segment(StrBuf *out, Codes *codes, const XliffEntry *entry)
{
	const XliffUnit *by = entry->by;
	bool has = by && by->target_count > 0;
	const char *state = entry->stale || !has ? "initial" : by->state;
	strbuf_format(out, "      <segment state=\"%s\"%s>\n        <source>", state,
		      entry->stale && has ? " subState=\"" XLIFF_STALE "\"" : "");
	put_parts(out, codes, entry->unit->parts, entry->unit->count, false);
	strbuf_add(out, "</source>\n");
	if (has) {
		strbuf_add(out, "        <target>");
		put_parts(out, codes, by->target, by->target_count, true);
		strbuf_add(out, "</target>\n");
	}
	strbuf_add(out, "      </segment>\n");
}

static void put_unit(StrBuf *out, const XliffEntry *entry)
{
	Codes codes = {out->arena, list_new(out->arena, sizeof(const char *)),
		       list_new(out->arena, sizeof(Code))};
	const Unit *unit = entry->unit;
	data_gather(&codes, unit->parts, unit->count);
	if (entry->by)
		data_gather(&codes, entry->by->target, entry->by->target_count);
	strbuf_format(out, "    <unit id=\"%s\" name=\"%s\">\n", unit->id, unit->node->name);
	put_notes(out, entry);
	put_data(out, &codes);
	put_segment(out, &codes, entry);
	strbuf_add(out, "    </unit>\n");
}

void xliff_write(StrBuf *out, const XliffSheet *sheet)
{
	strbuf_format(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<xliff xmlns=\"%s\" version=\"2.1\" srcLang=\"%s\" trgLang=\"%s\">\n"
		      "  <file id=\"%s\" original=\"",
		      XLIFF_SPACE, sheet->from, sheet->to, sheet->name);
	escape_put(out, sheet->original, true);
	strbuf_add(out, "\">\n");
	if (sheet->note) {
		strbuf_add(out, "    <notes>\n      <note category=\"where\">");
		escape_put(out, sheet->note, false);
		strbuf_add(out, "</note>\n    </notes>\n");
	}
	for (int i = 0; i < sheet->count; i++)
		put_unit(out, &sheet->entries[i]);
	strbuf_add(out, "  </file>\n</xliff>\n");
}
