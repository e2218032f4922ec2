/* SPDX-License-Identifier: MIT */
#include "run/extract_again.h"

#include "base/moment.h"
#include "base/str.h"
#include "read/tag.h"
#include "read/xml.h"
#include "run/extract_look.h"
#include "run/version.h"

#include <string.h>

/* As one word of a POSIX shell. */
static void word_add(StrBuf *command, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "/._-+,:@%";
	strbuf_add(command, " ");
	if (*word && word[0] != '-' && strspn(word, plain) == strlen(word)) {
		strbuf_add(command, word);
		return;
	}
	strbuf_add(command, word[0] == '-' ? "./'" : "'");
	for (; *word; word++)
		if (*word == '\'')
			strbuf_add(command, "'\\''");
		else
			strbuf_add_n(command, word, 1);
	strbuf_add(command, "'");
}

/* The moment that the edition's own date gives; NULL: it has none. */
static const char *moment_of(Arena *a, const Node *edition)
{
	const char *date = node_value(edition, "date");
	return date && tag_is_date(date)
		   ? str_format(a, "%.4s%.2s%.2s000000", date, date + 5, date + 8)
		   : NULL;
}

const char *again_command(Arena *a, const char *pdf, const PdfParts *parts, const MadeFrom *made,
			  Diags *diags)
{
	const PdfAttachment *header = attachment_find(parts, made->edition);
	const Node *edition =
	    xml_read_bytes(a, str_format(a, "%s/%s", pdf, made->edition), header->bytes, diags);
	if (!edition)
		return NULL;
	StrBuf command = {.arena = a};
	if (made->moment && !str_equal(made->moment, moment_of(a, edition)))
		strbuf_format(&command, "SOURCE_DATE_EPOCH=%lld ", moment_epoch(made->moment));
	strbuf_add(&command, "clusterpress build");
	word_add(&command, made->edition);
	word_add(&command, made->record);
	strbuf_format(&command, " --lang %s --fonts FONTS.XML", made->language);
	if (made->layout) {
		strbuf_add(&command, " --layout");
		word_add(&command, made->layout);
	}
	return strbuf_text(&command);
}

void again_check(Arena *a, const char *pdf, const MadeFrom *made, Diags *diags)
{
	const char *mine = version_of_pages(a);
	if (str_equal(made->program, mine))
		return;
	diag_warning(diags, (Place){.file = pdf}, DIAG_FILE, "this PDF was made by %s; this is %s",
		     made->program, mine);
	diag_hint(diags,
		  "the files are the same, but a PDF that is made of them here may have other "
		  "bytes");
}
