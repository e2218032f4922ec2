/* SPDX-License-Identifier: MIT */
/*
 * Bad layouts: tests/layouts/bad.txt, one a line, and those that are too large to be written down.
 *
 * Each is put into a small sound layout and pressed with a record, in a process of its own
 * that must end soon: just the fault that was planted is told, where it stands. `accept` writes what
 * is told now behind each case anew.
 */
#include "read_setup.h"

#include "base/list.h"
#include "fill/fill.h"
#include "fuzz/property_page.h"
#include "run/profile.h"
#include "run/shelf.h"
#include "set/set.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define CASES "tests/layouts/bad.txt"
#define MADE SETUP_FOLDER "bad.xml"
#define TOLD SETUP_FOLDER "told.txt"

enum { SECONDS_MOST = 20 };

/* Where a case's words stand, each on a line of its own. */
typedef enum Part { ROOT, PAGE, WORDS, INKS, STYLES, FIT, TITLE, BODY, FOOT, PARTS } Part;

static const char *const part_names[PARTS] = {"root", "page",  "words", "inks", "styles",
					      "fit",  "title", "body",  "foot"};

static const char *const sound[PARTS] = {
    [ROOT] = "",
    [PAGE] = "<page size=\"A4\" margin=\"10mm\"/>",
    [WORDS] = "<words href=\"../../../../layouts/common.xml\"/>",
    [INKS] = "",
    [STYLES] = "",
    [FIT] = "",
    [TITLE] = "<title>{name}</title>",
    [BODY] = "",
    [FOOT] = "",
};

static const char *layout_with(Arena *a, Part part, const char *words)
{
	const char *p[PARTS];
	for (int i = 0; i < PARTS; i++)
		p[i] = i == (int)part ? words : sound[i];
	return str_format(
	    a,
	    "<layout xmlns=\"urn:clusterpress:layout:1\" name=\"bad\" lang=\"en\"\n%s>\n%s\n%s\n"
	    "<inks><ink name=\"black\" rgb=\"#000000\"/><ink name=\"blue\" "
	    "rgb=\"#0000ff\"/><ink name=\"pale\" rgb=\"#ccccff\"/>\n%s\n</inks>"
	    "<styles><style name=\"body\" font-family=\"sans\" font-size=\"9pt\" color=\"black\"/>"
	    "<style name=\"b\" font-weight=\"700\"/>\n%s\n</styles><fit>\n%s\n</fit>\n%s\n"
	    "<body><p id=\"first\">{name}</p>\n%s\n</body>\n%s\n</layout>\n",
	    p[ROOT], p[PAGE], p[WORDS], p[INKS], p[STYLES], p[FIT], p[TITLE], p[BODY], p[FOOT]);
}

static void text_put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* What is wrong with a page that was made after all. Only in stacks and frames words may lie over others. */
static const char *page_fault(Arena *a, const Shelf *shelf, const Record *record, const Page *page)
{
	Diags *diags = diags_new(a);
	Saying saying = {shelf->edition, shelf->layout, shelf->names,
			 shelf_tongue(shelf, "en", diags)->locale, NULL};
	const char *fault = judge(a, fill(a, &saying, record, diags), page);
	const char *text = (const char *)file_read(a, &(Source){.path = MADE}, 1 << 20, diags).at;
	if (!fault && !strstr(text, "<stack") && !strstr(text, "<frame"))
		fault = judge_overlaps(a, page);
	return fault;
}

/* In the process of the case: what is told, a line each. */
_Noreturn static void case_press(void)
{
	alarm(SECONDS_MOST);
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const Shelf *shelf = shelf_open(
	    a,
	    &(ShelfFiles){.edition = "tests/model/2024/edition.xml", .layout = MADE, .root = "."},
	    diags);
	const Record *record = profile_record(a, &shelf->edition->records[0], shelf, diags);
	const Page *page = NULL;
	StrBuf out = {.arena = a};
	if (shelf->layout && diags_errors(diags) == 0)
		page = profile_page(a, record, "en", shelf, &(Watch){0}, diags);
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *d = diags_at(diags, i);
		bool here = d->place.file && strcmp(d->place.file, MADE) == 0;
		const char *name = here || !d->place.file ? "" : strrchr(d->place.file, '/');
		strbuf_format(&out, "%s%s%d:%d: %s", i ? " ; " : "", name ? name : "",
			      d->place.line, d->place.column, d->message);
	}
	const char *fault = page ? page_fault(a, shelf, record, page) : NULL;
	if (page && diags_errors(diags) == 0)
		strbuf_format(&out, "%s%s%s", out.length ? " ; " : "", fault ? "BAD: " : "a page",
			      fault ? fault : "");
	else if (diags_errors(diags) == 0)
		strbuf_add(&out, "NOTHING");
	text_put(TOLD, strbuf_text(&out));
	shelf_close(shelf);
	arena_free(a);
	exit(0);
}

/* What is told of a layout. */
static const char *told_of(Arena *a, const char *text)
{
	int how;
	text_put(MADE, text);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		case_press();
	assert_true(child > 0 && waitpid(child, &how, 0) == child);
	if (WIFSIGNALED(how))
		return str_format(a, "signal %d", WTERMSIG(how));
	if (WEXITSTATUS(how) != 0)
		return str_format(a, "status %d", WEXITSTATUS(how));
	Source source = {.path = TOLD};
	return (const char *)file_read(a, &source, 1 << 20, diags_new(a)).at;
}

static Part part_named(const char *name)
{
	for (int i = 0; i < PARTS; i++)
		if (strcmp(part_names[i], name) == 0)
			return (Part)i;
	fail_msg(CASES ": there is no part \"%s\"", name);
	return BODY;
}

static void bad_layouts_are_told_of_where_they_are_bad(void **state)
{
	Setup *setup = *state;
	char *text = case_file(setup, CASES);
	CaseLine line = {0};
	StrBuf faults = {.arena = setup->arena};
	setup_file(setup, "bad.xml", "");
	int count = 0;
	while (case_next(setup, &text, &line)) {
		if (line.count != 3)
			fail_msg(CASES ":%d: a case has three parts", line.number);
		const char *layout =
		    layout_with(setup->arena, part_named(line.parts[0]), line.parts[1]);
		const char *told = told_of(setup->arena, layout);
		if (strcmp(told, line.parts[2]) != 0)
			strbuf_format(&faults, CASES ":%d: %s\n  told: %s\n  not:  %s\n",
				      line.number, line.parts[1], told, line.parts[2]);
		count++;
	}
	if (faults.length)
		fail_msg("%s", strbuf_text(&faults));
	assert_true(count > 100);
}

/* Too large to be written down */

static const char *repeated(Arena *a, const char *begin, const char *middle, const char *end,
			    int times)
{
	StrBuf out = {.arena = a};
	for (int i = 0; i < times; i++)
		strbuf_add(&out, begin);
	strbuf_add(&out, middle);
	for (int i = 0; i < times; i++)
		strbuf_add(&out, end);
	return strbuf_text(&out);
}

static void assert_ends_well(Setup *setup, const char *what, Part part, const char *words)
{
	const char *told = told_of(setup->arena, layout_with(setup->arena, part, words));
	bool page = strcmp(told, "a page") == 0, error = strchr("0123456789/", *told) && *told;
	if (!page && !error)
		fail_msg("%s: %s", what, told);
	print_message("# %s: %.100s\n", what, told);
}

static void boxes_in_boxes_without_end_are_survived(void **state)
{
	static const char *const around[][2] = {
	    {"<column>", "</column>"},
	    {"<row>", "</row>"},
	    {"<row widths=\"auto\">", "</row>"},
	    {"<grid columns=\"1fr 1fr\">", "</grid>"},
	    {"<grid columns=\"auto\">", "</grid>"},
	    {"<stack>", "</stack>"},
	    {"<columns count=\"2\">", "</columns>"},
	    {"<repeat select=\".\">", "</repeat>"},
	    {"<repeat select=\"patents/applicant\">", "</repeat>"},
	    {"<row align=\"stretch\"><column><stretch/>", "</column></row>"},
	    {"<callout ink=\"blue\">", "</callout>"},
	    {"<row widths=\"auto auto\"><p>a</p>", "</row>"},
	    {"<row justify=\"between\"><p>a</p>", "</row>"},
	    {"<columns count=\"1\">", "</columns>"},
	    {"<columns count=\"3\"><p>a</p><p>b</p>", "</columns>"},
	    {"<row widths=\"auto\"><grid columns=\"auto\"><stack><columns count=\"1\">",
	     "</columns></stack></grid></row>"},
	    {"<grid columns=\"auto\" align=\"stretch\"><column><stretch/>", "</column></grid>"},
	};
	Setup *setup = *state;
	setup_file(setup, "bad.xml", "");
	for (size_t i = 0; i < sizeof around / sizeof *around; i++)
		for (int depth = 4; depth <= 324; depth *= 9)
			assert_ends_well(
			    setup, str_format(setup->arena, "%d %s", depth, around[i][0]), BODY,
			    repeated(setup->arena, around[i][0], "<p>{name}</p>", around[i][1],
				     depth));
}

static void thousands_of_boxes_are_survived(void **state)
{
	static const char *const each[] = {
	    "<p>{name}</p>",
	    "<space height=\"0\"/>",
	    "<rule ink=\"blue\"/>",
	    "<row><p>a</p><p>b</p></row>",
	    "<frame x=\"10mm\" y=\"10mm\" width=\"50mm\"><p>a</p></frame>",
	    "<stretch/>",
	    "<stack><p>a</p><p>b</p></stack>",
	    "<grid columns=\"1fr 1fr\"><p>a</p><p span=\"2\">b</p></grid>",
	    "<columns count=\"3\"><p>a</p><p>b</p></columns>",
	    "<table select=\"patents/applicant\"><column value=\".\"/></table>",
	    "<repeat select=\"patents/applicant\"><p>{.}</p></repeat>",
	    "<donut value=\"patents/@collaboration\" ink=\"blue\"/>",
	};
	Setup *setup = *state;
	setup_file(setup, "bad.xml", "");
	for (size_t i = 0; i < sizeof each / sizeof *each; i++)
		assert_ends_well(setup, str_format(setup->arena, "2000 %s", each[i]), BODY,
				 repeated(setup->arena, each[i], "", "", 2000));
	const char *many = repeated(setup->arena, "<p>a</p>", "", "", 500);
	assert_ends_well(setup, "500 in columns", BODY,
			 str_format(setup->arena, "<columns count=\"7\">%s</columns>", many));
	assert_ends_well(setup, "500 in a grid", BODY,
			 str_format(setup->arena, "<grid columns=\"1fr 1fr\">%s</grid>", many));
	assert_ends_well(setup, "500 in a row", BODY,
			 str_format(setup->arena, "<row>%s</row>", many));
	assert_ends_well(setup, "500 in a stack", BODY,
			 str_format(setup->arena, "<stack>%s</stack>", many));
	assert_ends_well(
	    setup, "1000 steps", FIT,
	    repeated(setup->arena, "<tighten property=\"space\" to=\"70%\"/>", "", "", 1000));
	assert_ends_well(setup, "1000 styles", STYLES,
			 repeated(setup->arena, "<style name=\"x\"/>", "", "", 1000));
}

static void assert_too_long(Setup *setup, Part part, const char *begin, const char *end)
{
	const char *words = str_format(setup->arena, "%s%s%s", begin,
				       repeated(setup->arena, "昆明", "", "", 8001), end);
	const char *told = told_of(setup->arena, layout_with(setup->arena, part, words));
	if (!strstr(told, "a PDF can hold"))
		fail_msg("%s: %s", begin, told);
}

static void words_that_no_pdf_can_hold_are_told(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "bad.xml", "");
	assert_too_long(setup, TITLE, "<title>", "</title>");
	assert_too_long(setup, BODY, "<donut value=\"articles/@collaboration\" ink=\"blue\"><alt>",
			"</alt></donut>");
}

/* What is told now takes the place of what was expected. */
static int accept_all(void)
{
	Arena *a = arena_new();
	Setup setup = {a, diags_new(a)};
	char *text = case_file(&setup, CASES);
	setup_file(&setup, "bad.xml", "");
	StrBuf out = {.arena = a};
	while (*text) {
		size_t length = strcspn(text, "\n");
		const char *whole = str_copy_n(a, text, length);
		char *one = str_copy(a, whole), *rest = one;
		CaseLine line = {0};
		if (case_next(&setup, &rest, &line) && line.count >= 2)
			strbuf_format(
			    &out, "%.*s | %s\n",
			    (int)(line.count > 2
				      ? (size_t)(strstr(strstr(whole, " | ") + 3, " | ") - whole)
				      : length),
			    whole,
			    told_of(a, layout_with(a, part_named(line.parts[0]), line.parts[1])));
		else
			strbuf_format(&out, "%s\n", whole);
		text += length + (text[length] == '\n');
	}
	text_put(CASES, strbuf_text(&out));
	arena_free(a);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "accept") == 0)
		return accept_all();
	const struct CMUnitTest tests[] = {
	    SENTENCE(bad_layouts_are_told_of_where_they_are_bad),
	    SENTENCE(boxes_in_boxes_without_end_are_survived),
	    SENTENCE(thousands_of_boxes_are_survived),
	    SENTENCE(words_that_no_pdf_can_hold_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
