/* SPDX-License-Identifier: MIT */
#include "write/pdf_cmap.h"

#include "write/pdf_syntax.h"

/* A CMap may list at most so many codes in one go. */
enum { CODES_AT_ONCE = 100 };

static void put_code(StrBuf *out, const FaceCode *code, int number)
{
	strbuf_add_n(out, "<", 1);
	pdf_put_hex(out, (unsigned)number);
	strbuf_add_n(out, "> <", 3);
	pdf_put_utf16(out, code->text, code->length);
	strbuf_add(out, ">\n");
}

static void put_codes(StrBuf *out, const Face *face)
{
	for (int first = 0; first < face->code_count; first += CODES_AT_ONCE) {
		int left = face->code_count - first;
		int count = left < CODES_AT_ONCE ? left : CODES_AT_ONCE;
		pdf_put(out, "%d beginbfchar\n", count);
		for (int i = first; i < first + count; i++)
			put_code(out, &face->codes[i], i + 1);
		strbuf_add(out, "endbfchar\n");
	}
}

/* What is the same at the end of every map; its object. */
static PdfObject *map_end(PdfFile *file, StrBuf *out)
{
	strbuf_add(out, "endcmap\n"
			"CMapName currentdict /CMap defineresource pop\n"
			"end\n"
			"end\n");
	PdfObject *object = pdf_object(file);
	pdf_stream_deflated(file, object, out->text, out->length);
	return object;
}

PdfObject *cmap_write(PdfFile *file, const Face *face)
{
	StrBuf out = {.arena = pdf_arena(file)};
	strbuf_add(&out, "/CIDInit /ProcSet findresource begin\n"
			 "12 dict begin\n"
			 "begincmap\n"
			 "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
			 "/CMapName /Adobe-Identity-UCS def\n"
			 "/CMapType 2 def\n"
			 "1 begincodespacerange\n"
			 "<0000> <FFFF>\n"
			 "endcodespacerange\n");
	put_codes(&out, face);
	return map_end(file, &out);
}

static void put_cids(StrBuf *out, const Face *face, const unsigned *cids)
{
	for (int first = 0; first < face->code_count; first += CODES_AT_ONCE) {
		int left = face->code_count - first;
		int count = left < CODES_AT_ONCE ? left : CODES_AT_ONCE;
		pdf_put(out, "%d begincidchar\n", count);
		for (int i = first; i < first + count; i++) {
			strbuf_add_n(out, "<", 1);
			pdf_put_hex(out, (unsigned)i + 1);
			strbuf_add_n(out, "> ", 2);
			pdf_put_integer(out, cids[i]);
			strbuf_add_n(out, "\n", 1);
		}
		strbuf_add(out, "endcidchar\n");
	}
}

PdfObject *cid_map_write(PdfFile *file, const Face *face, const unsigned *cids)
{
	StrBuf out = {.arena = pdf_arena(file)};
	strbuf_add(&out, "/CIDInit /ProcSet findresource begin\n"
			 "12 dict begin\n"
			 "begincmap\n"
			 "/CIDSystemInfo 3 dict dup begin\n"
			 "/Registry (Adobe) def\n"
			 "/Ordering (Identity) def\n"
			 "/Supplement 0 def\n"
			 "end def\n"
			 "/CMapName /Codes def\n"
			 "/CMapType 1 def\n"
			 "/WMode 0 def\n"
			 "1 begincodespacerange\n"
			 "<0000> <FFFF>\n"
			 "endcodespacerange\n");
	put_cids(&out, face, cids);
	PdfObject *object = map_end(file, &out);
	strbuf_add(&object->inside,
		   "/Type/CMap/CMapName/Codes/WMode 0/CIDSystemInfo<</Registry(Adobe)/"
		   "Ordering(Identity)/Supplement 0>>");
	return object;
}
