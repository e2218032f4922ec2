/* SPDX-License-Identifier: MIT */
/*
 * The profile of Kunming as it is pressed, judged by programs that never saw
 * ours. Presses it with the binary that CLUSTERPRESS names (build/clusterpress
 * by default); kunming-profile.txt is the text as it was published.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/write_asked.h"

typedef struct Pressed {
	Arena *arena;
	const char *binary;
	const char *folder;
	const char *pdf;
} Pressed;

/* White space folded, typographic quotes made plain, the marks of bold words taken away. */
static const char *folded(Arena *a, const char *text)
{
	StrBuf out = {.arena = a};
	while (*text != '\0') {
		if (str_starts(text, "**"))
			text += 2;
		else if (str_starts(text, "’") || str_starts(text, "‘")) {
			strbuf_add(&out, "'");
			text += strlen("’");
		} else if (str_starts(text, "\xC2\xA0") || *text == '\f') {
			strbuf_add(&out, " ");
			text += *text == '\f' ? 1 : 2;
		} else
			strbuf_add_n(&out, text++, 1);
	}
	return str_fold(a, strbuf_text(&out));
}

static const char *must_ask(Arena *a, const char *command)
{
	int status;
	const char *said = asked(a, command, &status);
	if (status != 0)
		fail_msg("%s\n%s", command, said);
	return said;
}

/* What a program says about the PDF; skips the test where it is not installed. */
static const char *said_of(const Pressed *p, const char *program, const char *format)
{
	if (!is_installed(program)) {
		print_message("%s is not installed\n", program);
		skip();
	}
	const char *arguments = str_format(p->arena, "%s %s", p->pdf, format);
	return must_ask(p->arena, str_format(p->arena, "%s %s 2>&1", program, arguments));
}

static int press(void **state)
{
	Arena *a = arena_new();
	Pressed *p = ARENA_NEW(a, Pressed);
	const char *binary = getenv("CLUSTERPRESS");
	int status;
	p->arena = a;
	p->binary = binary != NULL ? binary : "build/clusterpress";
	const char *name = strrchr(p->binary, '/');
	int length = name != NULL ? (int)(name - p->binary) : 0;
	p->folder = length > 0 ? str_format(a, "%.*s/tests/kunming", length, p->binary)
			       : "build/tests/kunming";
	p->pdf = str_format(a, "%s/en/kunming.pdf", p->folder);
	const char *said =
	    asked(a,
		  str_format(a, "rm -rf %s && %s build data/2024/edition.xml kunming --out %s 2>&1",
			     p->folder, p->binary, p->folder),
		  &status);
	if (status != 0)
		print_error("%s\n", said);
	*state = p;
	return status;
}

static int clear(void **state)
{
	Pressed *p = *state;
	arena_free(p->arena);
	return 0;
}

static void every_published_line_stands_on_the_page_in_its_order(void **state)
{
	const Pressed *p = *state;
	const char *at = folded(p->arena, said_of(p, "pdftotext", "-raw -"));
	FILE *file = fopen("tests/pdf/kunming-profile.txt", "r");
	char line[2000];
	assert_non_null(file);
	while (fgets(line, sizeof line, file) != NULL) {
		const char *wanted = folded(p->arena, line);
		const char *found = strstr(at, wanted);
		if (found == NULL)
			fail_msg("\"%s\" is missing or too early in\n%s", wanted, at);
		at = found + strlen(wanted);
	}
	fclose(file);
}

static void it_is_one_a4_page_with_title_and_language(void **state)
{
	const Pressed *p = *state;
	const char *said = said_of(p, "pdfinfo", "");
	assert_non_null(strstr(said, "Title:           Kunming, China"));
	assert_non_null(strstr(said, "Tagged:          yes"));
	assert_non_null(strstr(said, "Pages:           1\n"));
	assert_non_null(strstr(said, "(A4)"));
	must_ask(p->arena, str_format(p->arena, "grep -aqF '/Lang(en)' %s", p->pdf));
}

static void every_font_is_embedded_a_subset_and_maps_to_unicode(void **state)
{
	const Pressed *p = *state;
	const char *said = said_of(p, "pdffonts", "| tail -n +3");
	int fonts = 0, whole = 0;
	for (const char *line = said; (line = strstr(line, "Identity-H")) != NULL; line++)
		fonts++;
	for (const char *line = said; (line = strstr(line, "yes yes yes")) != NULL; line++)
		whole++;
	if (fonts != whole || fonts == 0)
		fail_msg("%s", said);
}

static void qpdf_finds_nothing_wrong(void **state)
{
	const char *said = said_of(*state, "qpdf", "--check");
	assert_non_null(strstr(said, "No syntax or stream encoding errors"));
	assert_null(strstr(said, "WARNING"));
}

static void the_tree_reads_in_order(void **state)
{
	static const char *const parts[] = {
	    "Document", "H1", "Kunming", "\n  P",    "98th", "largest science", "Table", "Top PCT",
	    "TH",       "TD", "Table",   "Articles", "H2",   "technology",      "Figure"};
	const char *said = said_of(*state, "pdfinfo", "-struct-text");
	const char *at = said;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		at = strstr(at, parts[i]);
		if (at == NULL)
			fail_msg("\"%s\" is missing or too early in\n%s", parts[i], said);
		at += strlen(parts[i]);
	}
}

static void another_folder_locale_and_time_zone_give_the_same_bytes(void **state)
{
	const Pressed *p = *state;
	const char *elsewhere = str_format(p->arena, "%s/elsewhere", p->folder);
	must_ask(
	    p->arena,
	    str_format(p->arena,
		       "mkdir -p %s && cp -r data layouts fonts %s && "
		       "bin=$(realpath %s) && cd %s && LC_ALL=de_DE.UTF-8 "
		       "LANGUAGE=de TZ=Asia/Shanghai \"$bin\" build data/2024/edition.xml kunming "
		       "--out out 2>&1",
		       elsewhere, elsewhere, p->binary, elsewhere));
	must_ask(p->arena,
		 str_format(p->arena, "cmp %s %s/out/en/kunming.pdf 2>&1", p->pdf, elsewhere));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_published_line_stands_on_the_page_in_its_order),
	    cmocka_unit_test(it_is_one_a4_page_with_title_and_language),
	    cmocka_unit_test(every_font_is_embedded_a_subset_and_maps_to_unicode),
	    cmocka_unit_test(qpdf_finds_nothing_wrong),
	    cmocka_unit_test(the_tree_reads_in_order),
	    cmocka_unit_test(another_folder_locale_and_time_zone_give_the_same_bytes),
	};
	return cmocka_run_group_tests(tests, press, clear);
}
