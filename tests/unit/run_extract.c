/* SPDX-License-Identifier: MIT */
/* PDFs that were made to do harm, and folders in which something stands already. */
#include "run/extract.h"

#include "run/extract_name.h"
#include "unit/pdf_made.h"
#include "unit/read_setup.h"
#include "unit/write_asked.h"
#include "write/made_from.h"

#include <sys/stat.h>

#define FOLDER "build/tests/extract"

/* Extracts a PDF, made so that all in it agrees, with one file of that name; the exit status. */
static int extracted(Setup *setup, const char *name, bool force)
{
	static const char text[] = "<edition date=\"2024-09-26\"/>";
	const MadeFromFile files[] = {
	    {"data/edition.xml", strlen(text), digest_bytes(text, strlen(text))},
	    {name, strlen(text), digest_bytes(text, strlen(text))}};
	const MadeFrom from = {.edition = "data/edition.xml",
			       .record = "baikal",
			       .language = "en",
			       .program = "clusterpress",
			       .files = files,
			       .file_count = 2};
	StrBuf list = {.arena = setup->arena};
	made_from_write(&list, &from);
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "data/edition.xml", "Supplement", made_text(text));
	made_attach(&made, name, "Source", made_text(text));
	made_attach(&made, MADE_FROM_NAME, "Data", made_text(strbuf_text(&list)));
	Digest digest = digest_bytes(strbuf_text(&list), list.length);
	made_identify(&made, &digest, &digest);
	Bytes pdf = made_end(&made);
	assert_true(file_write(FOLDER "/made.pdf", pdf.at, pdf.length, setup->diags));
	const Order order = {.edition = FOLDER "/made.pdf",
			     .out = FOLDER "/out",
			     .root = ".",
			     .force = force,
			     .quiet = true,
			     .report = FOLDER "/report.json"};
	return extract(&order);
}

static bool is_there(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0;
}

static void clear(void)
{
	assert_int_equal(system("rm -rf " FOLDER " && mkdir -p " FOLDER), 0);
}

static void a_plain_name_is_written_below_the_folder(void **state)
{
	clear();
	assert_int_equal(extracted(*state, "data/lakes/baikal.xml", false), 0);
	assert_true(is_there(FOLDER "/out/data/lakes/baikal.xml"));
	assert_true(is_there(FOLDER "/out/" MADE_FROM_NAME));
}

static void names_that_lead_elsewhere_write_nothing(void **state)
{
	static const char *const names[] = {"../up.xml",         "/up.xml",
					    "data/../../up.xml", "data//a.xml",
					    "data/./a.xml",      "data/edition.xml/a.xml",
					    "a\\\\b.xml",        MADE_FROM_NAME "/a.xml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		clear();
		assert_int_equal(extracted(*state, names[i], false), 65);
		assert_false(is_there(FOLDER "/out"));
		assert_false(is_there(FOLDER "/up.xml"));
	}
	assert_non_null(name_fault("a\nb"));
	assert_non_null(name_fault("a\u202eb"));
	assert_null(name_fault("data/é b.xml"));
}

static void a_link_that_leads_out_of_the_folder_is_not_followed(void **state)
{
	clear();
	assert_int_equal(
	    system("mkdir -p " FOLDER "/out " FOLDER "/away && ln -s ../away " FOLDER "/out/data"),
	    0);
	assert_int_equal(extracted(*state, "data/lakes/baikal.xml", true), 65);
	assert_false(is_there(FOLDER "/away/lakes"));
	assert_false(is_there(FOLDER "/away/edition.xml"));
}

static void another_file_is_left_alone_until_it_is_forced(void **state)
{
	Setup *setup = *state;
	clear();
	assert_true(file_write(FOLDER "/out/data/a.xml", "mine", 4, setup->diags));
	assert_int_equal(extracted(setup, "data/a.xml", false), 65);
	assert_false(is_there(FOLDER "/out/data/edition.xml"));
	assert_int_equal(system("grep -q mine " FOLDER "/out/data/a.xml"), 0);
	assert_int_equal(extracted(setup, "data/a.xml", true), 0);
	assert_int_not_equal(system("grep -q mine " FOLDER "/out/data/a.xml"), 0);
	assert_int_equal(extracted(setup, "data/a.xml", false), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(a_plain_name_is_written_below_the_folder),
	    SENTENCE(names_that_lead_elsewhere_write_nothing),
	    SENTENCE(a_link_that_leads_out_of_the_folder_is_not_followed),
	    SENTENCE(another_file_is_left_alone_until_it_is_forced),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
