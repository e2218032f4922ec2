/* SPDX-License-Identifier: MIT */
#include "run/report_parts.h"

#include "base/str.h"

#include <string.h>

/* A diagnostic is one line, whatever the names and values in it are made of. */
static void line_print(FILE *to, const char *text)
{
	for (; *text; text++)
		putc((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text, to);
}

void text_print(FILE *to, const Diag *diag)
{
	const Place *place = &diag->place;
	line_print(to, place->file ? place->file : "clusterpress");
	if (place->file && place->line > 0)
		fprintf(to, ":%d", place->line);
	if (place->file && place->line > 0 && place->column > 0)
		fprintf(to, ":%d", place->column);
	fprintf(to, ": %s: ", report_level(diag->level));
	line_print(to, diag->message);
	if (diag->hint) {
		fputs("\n    hint: ", to);
		line_print(to, diag->hint);
	}
	putc('\n', to);
}

/* A text inside GitHub's workflow command, of which these characters are its marks. The last two
 * are so in a property only. */
static void github_text(FILE *to, const char *text, bool property)
{
	for (; *text; text++)
		if (strchr(property ? "%\r\n:," : "%\r\n", *text))
			fprintf(to, "%%%02X", (unsigned)(unsigned char)*text);
		else
			putc(*text, to);
}

/* https://docs.github.com/actions, "Workflow commands": ::error file=F,line=L,col=C,title=T::words */
void github_print(FILE *to, const Diag *diag)
{
	const Place *place = &diag->place;
	fprintf(to, "::%s ", report_level(diag->level));
	if (place->file) {
		fputs("file=", to);
		github_text(to, place->file, true);
		putc(',', to);
	}
	if (place->file && place->line > 0)
		fprintf(to, "line=%d,", place->line);
	if (place->file && place->line > 0 && place->column > 0)
		fprintf(to, "col=%d,", place->column);
	fprintf(to, "title=%s::", diag_kind_name(diag->kind));
	github_text(to, diag->message, false);
	if (diag->hint) {
		fputs("%0Ahint: ", to);
		github_text(to, diag->hint, false);
	}
	putc('\n', to);
}
