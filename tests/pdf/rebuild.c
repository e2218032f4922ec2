/* SPDX-License-Identifier: MIT */
/* A PDF gives back what it was made from, and that makes the same PDF again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "unit/write_asked.h"

#include <stdlib.h>
#include <string.h>

#define FOLDER "build/tests/rebuild"

typedef struct Page {
	const char *edition, *record, *language;
	const char *layout; /* NULL: the edition's own */
	const char *moment; /* SOURCE_DATE_EPOCH; NULL: the edition's date */
} Page;

/* Each script; another layout; another publication; editions before; pictures; maps; a date from outside. */
static const Page pages[] = {
    {"data/2024/edition.xml", "kunming", "en", NULL, NULL},
    {"data/2024/edition.xml", "kunming", "fr", NULL, NULL},
    {"data/2024/edition.xml", "kunming", "ar", NULL, NULL},
    {"data/2024/edition.xml", "tokyo-yokohama", "zh", NULL, NULL},
    {"data/2024/edition.xml", "sao-paulo", "x-rtl", NULL, NULL},
    {"data/2024/edition.xml", "sao-paulo", "ru", NULL, "1700000000"},
    {"data/2024/edition.xml", "kunming", "en", "layouts/profile-columns.xml", NULL},
    {"data/2024/edition.xml", "kunming", "en", "layouts/examples/image.xml", NULL},
    {"data/2025/edition.xml", "tehran", "en", "layouts/examples/history.xml", NULL},
    {"data/2025/edition.xml", "cairo", "de", NULL, NULL},
    {"data/lakes/edition.xml", "baikal", "en", NULL, NULL},
    {"data/gallery/edition.xml", "every-kind", "en", NULL, NULL},
};
enum { PAGES = sizeof pages / sizeof *pages };

static const char *program(Arena *a)
{
	const char *binary = getenv("CLUSTERPRESS");
	return str_format(a, "$PWD/%s", binary ? binary : "build/clusterpress");
}

static void does(Arena *a, const char *command)
{
	int status;
	const char *said = asked(a, str_format(a, "(%s) 2>&1", command), &status);
	if (status != 0)
		fail_msg("%s\n%s", command, said);
}

/* Pressed into FOLDER/<number>/first. */
static const char *pressed(Arena *a, const Page *page, int number)
{
	does(a,
	     str_format(a,
			"rm -rf " FOLDER "/%d && %s%s %s build %s %s --lang %s %s %s --out " FOLDER
			"/%d/first --force --quiet",
			number, page->moment ? "SOURCE_DATE_EPOCH=" : "",
			page->moment ? page->moment : "", program(a), page->edition, page->record,
			page->language, page->layout ? "--layout" : "",
			page->layout ? page->layout : "", number));
	return str_format(a, FOLDER "/%d/first/%s/%s.pdf", number, page->language, page->record);
}

/* With the command that extract prints, but for where the fonts are. */
static void what_a_pdf_gives_back_makes_the_same_pdf(void **state)
{
	(void)state;
	for (int i = 0; i < PAGES; i++) {
		Arena *a = arena_new();
		const char *pdf = pressed(a, &pages[i], i);
		does(a, str_format(a,
				   "P=%s; F=\"$PWD\"/fonts/fonts.xml; H=$PWD; cd " FOLDER
				   "/%d && $P extract $H/%s --out sources > said && cd sources && "
				   "eval \"$(tail -n 1 ../said | sed \"s|clusterpress|$P|; "
				   "s|FONTS.XML|$F|\") --out ../again --quiet\"",
				   program(a), i, pdf));
		does(a, str_format(a, "cmp %s " FOLDER "/%d/again/%s/%s.pdf", pdf, i,
				   pages[i].language, pages[i].record));
		does(a, str_format(
			    a, "%s extract %s --out " FOLDER "/%d/sources | grep -q ': 0 written'",
			    program(a), pdf, i));
		arena_free(a);
	}
}

/* Each attachment in turn is another file; nothing is written then. */
static void a_byte_that_somebody_changed_is_told(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int status, count = 0;
	const char *pdf = pressed(a, &pages[0], PAGES);
	char *names = (char *)(uintptr_t)asked(
	    a, str_format(a, "qpdf --list-attachments %s | sed 's/ -> .*//'", pdf), &status);
	for (char *name = strtok(names, "\n"); name; name = strtok(NULL, "\n"), count++) {
		const char *changed = str_format(
		    a,
		    "cd " FOLDER "/%d && qpdf --show-attachment=%s %s | sed '2s/./x/' > changed && "
		    "qpdf %s --remove-attachment=%s --add-attachment changed --key=%s "
		    "--filename=%s "
		    "-- changed.pdf",
		    PAGES, name, "first/en/kunming.pdf", "first/en/kunming.pdf", name, name, name);
		does(a, changed);
		const char *said = asked(a,
					 str_format(a,
						    "%s extract " FOLDER
						    "/%d/changed.pdf --out " FOLDER "/%d/none 2>&1",
						    program(a), PAGES, PAGES),
					 &status);
		assert_int_equal(status, 65 << 8);
		assert_non_null(strstr(said, strcmp(name, "made-from.xml") == 0
						 ? "does not stand for its made-from.xml"
						 : name));
		asked(a, str_format(a, "test -e " FOLDER "/%d/none", PAGES), &status);
		assert_int_not_equal(status, 0);
	}
	assert_int_equal(count, 9);
	arena_free(a);
}

/* Truncated at many lengths, and with bytes changed: told, or read all the same; never a crash. */
static void a_damaged_pdf_does_no_harm(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int status;
	const char *pdf = pressed(a, &pages[0], PAGES + 1);
	for (int i = 0; i < 40; i++) {
		const char *damaged =
		    i < 20 ? str_format(a, "head -c %d %s", 1 + i * 2700, pdf)
			   : str_format(a, "{ head -c %d %s; printf '<<9 0 R>>'; tail -c +%d %s; }",
					i * 1300, pdf, i * 1300 + 11, pdf);
		asked(a, str_format(a, "%s > " FOLDER "/damaged.pdf", damaged), &status);
		asked(a, str_format(a, "%s extract " FOLDER "/damaged.pdf --list 2>&1", program(a)),
		      &status);
		if (status != 0 && status != 65 << 8)
			fail_msg("%s: status 0x%x", damaged, (unsigned)status);
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_a_pdf_gives_back_makes_the_same_pdf),
	    cmocka_unit_test(a_byte_that_somebody_changed_is_told),
	    cmocka_unit_test(a_damaged_pdf_does_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
