/* SPDX-License-Identifier: MIT */
#include "write/pdf.h"

#include "write/pdf_attach.h"
#include "write/pdf_file.h"
#include "write/pdf_font.h"
#include "write/pdf_image.h"
#include "write/pdf_intent.h"
#include "write/pdf_link.h"
#include "write/pdf_meta.h"
#include "write/pdf_page.h"
#include "write/pdf_syntax.h"
#include "write/pdf_tags.h"

#include <hpdf.h>

/* ISO 32000-1, annex C.2: the smallest and largest page a reader must accept. */
enum { SIDE_LEAST = LEN_PT(3), SIDE_MOST = LEN_PT(14400) };

static bool side_fits(Len side, const char *what, Diags *diags)
{
	if (side >= SIDE_LEAST && side <= SIDE_MOST)
		return true;
	diag_error(diags, (Place){0}, DIAG_LAYOUT,
		   "the page with its bleed is %d pt %s, but a PDF page may be 3 to 14400 pt",
		   (int)(side / 1000), what);
	diag_hint(diags, "choose another size for the page in the layout");
	return false;
}

static bool faces_fit(const Faces *faces, Diags *diags)
{
	for (int i = 0; i < faces->count; i++)
		if (faces->faces[i].code_count > FACE_CODES_MOST) {
			diag_error(diags, (Place){0}, DIAG_LAYOUT,
				   "one font shows %d different glyphs, but PDF can name %d",
				   faces->faces[i].code_count, FACE_CODES_MOST);
			return false;
		}
	return true;
}

/* The sheet is larger than the page by its bleed; readers show the trimmed page. */
static void boxes_write(PdfFile *file, const Page *page)
{
	static const struct {
		const char *name;
		bool bleeds;
	} boxes[] = {
	    {"MediaBox", true}, {"CropBox", false}, {"BleedBox", true}, {"TrimBox", false}};
	StrBuf *out = pdf_page(file);
	for (int i = 0; i < 4; i++) {
		Len bleed = boxes[i].bleeds ? page->bleed : 0;
		pdf_put(out, "/%s[", boxes[i].name);
		pdf_put_operand(out, -bleed);
		pdf_put_operand(out, -bleed);
		pdf_put_operand(out, page->width + bleed);
		pdf_put_number(out, page->height + bleed);
		strbuf_add(out, "]");
	}
}

static void page_write(PdfFile *file, const Page *page, const Faces *faces)
{
	Marks marks = marks_new(pdf_arena(file), page);
	Images images = images_gather(pdf_arena(file), page);
	StrBuf content = page_content(pdf_arena(file), page, faces, &images, &marks);
	pdf_page_content(file, strbuf_text(&content), content.length);
	boxes_write(file, page);
	strbuf_add(pdf_page(file), "/Resources<<");
	faces_write(file, faces, pdf_page(file));
	images_write(file, &images, pdf_page(file));
	strbuf_add(pdf_page(file), ">>");
	images_write_group(&images, pdf_page(file));
	links_write(file, &marks);
	tags_write(file, &marks);
}

static Bytes file_write_page(Arena *a, Arena *scratch, const Page *page, const Job *job,
			     Cache *cache, Diags *diags)
{
	Faces faces = faces_gather(scratch, page);
	if (!faces_fit(&faces, diags))
		return (Bytes){0};
	PdfFile *file = pdf_open(scratch, cache);
	page_write(file, page, &faces);
	intent_write(file);
	attachments_write(file, job);
	meta_write(file, page, job);
	unsigned long trouble;
	Bytes bytes = pdf_save(file, a, &trouble);
	pdf_close(file);
	if (bytes.at == NULL)
		diag_error(diags, (Place){0}, DIAG_SYSTEM,
			   "libharu cannot write the PDF: its error 0x%04lx", trouble);
	return bytes;
}

Bytes pdf_write(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags)
{
	if (page == NULL)
		return (Bytes){0};
	bool wide = side_fits(page->width + 2 * page->bleed, "wide", diags);
	bool high = side_fits(page->height + 2 * page->bleed, "high", diags);
	if (!wide || !high)
		return (Bytes){0};
	Arena *scratch = arena_new();
	Bytes bytes = file_write_page(a, scratch, page, job, cache, diags);
	arena_free(scratch);
	return bytes;
}

const char *pdf_versions(Arena *a)
{
	return str_format(a, "libharu %s, %s, %s", HPDF_GetVersion(), deflate_version(),
			  intent_versions(a));
}
