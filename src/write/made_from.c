/* SPDX-License-Identifier: MIT */
#include "write/made_from.h"

#include "write/escape.h"

static void put_attr(StrBuf *to, const char *name, const char *value)
{
	if (value == NULL)
		return;
	strbuf_add(to, " ");
	strbuf_add(to, name);
	strbuf_add(to, "=\"");
	escape_put(to, value, true);
	strbuf_add(to, "\"");
}

static void put_digest(StrBuf *to, const Digest *digest)
{
	put_attr(to, "sha256", digest_text(to->arena, digest));
	strbuf_add(to, "/>\n");
}

const char *made_from_said(Arena *a, size_t size, const Digest *digest)
{
	StrBuf said = {.arena = a};
	strbuf_format(&said, " size=\"%zu\"", size);
	put_digest(&said, digest);
	return strbuf_text(&said);
}

void made_from_name(StrBuf *to, const char *name, const char *said)
{
	strbuf_add(to, "  <file");
	put_attr(to, "name", name);
	strbuf_add(to, said);
}

static void put_font(StrBuf *to, const MadeFromFont *font)
{
	strbuf_add(to, "  <font");
	put_attr(to, "family", font->family);
	put_attr(to, "instead", font->instead);
	strbuf_format(to, " weight=\"%d\" stretch=\"%d\"", font->weight, font->stretch);
	if (font->face)
		strbuf_format(to, " face=\"%d\"", font->face);
	put_digest(to, &font->digest);
}

void made_from_begin(StrBuf *to, const MadeFrom *made)
{
	strbuf_add(to,
		   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<made-from xmlns=\"" MADE_FROM_SPACE
		   "\"");
	put_attr(to, "edition", made->edition);
	put_attr(to, "record", made->record);
	put_attr(to, "language", made->language);
	put_attr(to, "layout", made->layout);
	put_attr(to, "moment", made->moment);
	strbuf_add(to, ">\n  <program>");
	escape_put(to, made->program, false);
	strbuf_add(to, "</program>\n");
}

void made_from_end(StrBuf *to, const MadeFrom *made)
{
	for (int i = 0; i < made->font_count; i++)
		put_font(to, &made->fonts[i]);
	if (made->hyphens) {
		strbuf_add(to, "  <hyphens");
		put_digest(to, made->hyphens);
	}
	strbuf_add(to, "</made-from>\n");
}

void made_from_write(StrBuf *to, const MadeFrom *made)
{
	made_from_begin(to, made);
	for (int i = 0; i < made->file_count; i++) {
		const MadeFromFile *file = &made->files[i];
		made_from_name(to, file->name,
			       made_from_said(to->arena, file->size, &file->digest));
	}
	made_from_end(to, made);
}
