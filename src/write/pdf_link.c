/* SPDX-License-Identifier: MIT */
#include "write/pdf_link.h"

#include "write/pdf_syntax.h"

enum { FLAG_PRINT = 4 }; /* ISO 32000-1, table 165; PDF/A wants it */

static PdfObject *link_write(PdfFile *file, const Page *page, const Link *link, int key)
{
	PdfObject *object = pdf_object(file);
	StrBuf *out = &object->inside;
	pdf_put(out, "/Type/Annot/Subtype/Link/F %d/Border[0 0 0]/StructParent %d", FLAG_PRINT,
		key);
	strbuf_add(out, "/Rect");
	pdf_put_rectangle(out, page->height, link->x, link->y, link->width, link->height);
	strbuf_add(out, "/Contents");
	pdf_put_text(out, link->words);
	strbuf_add(out, "/A<</S/URI/URI");
	pdf_put_text(out, link->to->address);
	strbuf_add(out, ">>");
	return object;
}

void links_write(PdfFile *file, Marks *marks)
{
	StrBuf *page = pdf_page(file);
	if (marks->links.count == 0)
		return;
	strbuf_add(page, "/Annots[");
	for (int i = 0; i < marks->links.count; i++) {
		MarkedLink *link = list_at(&marks->links, i);
		link->number =
		    link_write(file, marks->page, &link->draw->link, marks_link_key(i))->number;
		pdf_put(page, "%d 0 R ", link->number);
	}
	strbuf_add(page, "]");
}
