/* SPDX-License-Identifier: MIT */
#include "run/extract.h"

#include "base/str.h"
#include "run/extract_again.h"
#include "run/extract_look.h"
#include "run/extract_put.h"

#include <stdio.h>

typedef struct Extract {
	Arena *a;
	const Order *order;
	const char *pdf;
	const PdfParts *parts;
	Diags *diags;
} Extract;

/* "sha256  size  relationship  name", a file a line. */
static void list_print(const Extract *e)
{
	for (int i = 0; i < e->parts->count; i++) {
		const PdfAttachment *one = &e->parts->attachments[i];
		Digest digest = digest_bytes(one->bytes.at, one->bytes.length);
		printf("%s %8zu  %-12s ", one->bytes.at ? digest_text(e->a, &digest) : "-",
		       one->bytes.length, *one->relationship ? one->relationship : "-");
		for (const char *s = one->name; *s; s++)
			putchar((unsigned char)*s < ' ' || *s == 0x7f ? '?' : *s);
		putchar('\n');
	}
}

/* A PDF of another program may have anything attached: it is named, not written. */
static void strange_tell(const Extract *e)
{
	static const char message[] = "this PDF does not say what it was made from: it has no %s";
	Place place = {.file = e->pdf};
	StrBuf names = {.arena = e->a};
	for (int i = 0; i < e->parts->count; i++)
		strbuf_format(&names, "%s %s", i ? "," : "", e->parts->attachments[i].name);
	if (e->order->list)
		diag_warning(e->diags, place, DIAG_FILE, message, MADE_FROM_NAME);
	else
		diag_error(e->diags, place, DIAG_FILE, message, MADE_FROM_NAME);
	if (e->parts->count)
		diag_hint(e->diags, "what is attached can be had from any reader of PDFs:%s",
			  strbuf_text(&names));
	else
		diag_hint(e->diags, "nothing is attached; name a PDF that this program made");
}

static void done_print(const Extract *e, const char *folder, const MadeFrom *made, PutCount count)
{
	const char *command = again_command(e->a, e->pdf, e->parts, made, e->diags);
	if (e->order->quiet)
		return;
	printf("%s: %d written", folder, count.written);
	if (count.kept)
		printf(", %d unchanged", count.kept);
	printf("\n");
	if (command)
		printf("To make the same PDF again, in that folder, with a list of the %d fonts "
		       "that %s names:\n    %s\n",
		       made->font_count, MADE_FROM_NAME, command);
}

static void files_extract(const Extract *e, const MadeFrom *made)
{
	PutCount count = {0};
	const char *folder =
	    e->order->out ? e->order->out : str_format(e->a, "%s.sources", file_stem(e->a, e->pdf));
	again_check(e->a, e->pdf, made, e->diags);
	if (files_put(folder, e->parts, made, e->order->force, &count, e->diags))
		done_print(e, folder, made, count);
}

static void pdf_extract(Extract *e)
{
	Source source = {.path = e->pdf};
	e->parts = pdf_read(e->a, &source, e->diags);
	if (!e->parts)
		return;
	const MadeFrom *made = NULL;
	attachments_check(e->pdf, e->parts, e->diags);
	if (attachment_find(e->parts, MADE_FROM_NAME))
		made = made_from_check(e->a, e->pdf, e->parts, e->diags);
	else
		strange_tell(e);
	if (e->order->list)
		list_print(e);
	else if (made && diags_errors(e->diags) == 0)
		files_extract(e, made);
}

int extract(const Order *order)
{
	Arena *a = arena_new();
	Report *report = report_new(a, order->format, order->report);
	Extract e = {.a = a, .order = order, .pdf = order->edition, .diags = diags_new(a)};
	pdf_extract(&e);
	report_add(report, e.diags);
	int status = report_status(report);
	arena_free(a);
	return status;
}
