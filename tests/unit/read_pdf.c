/* SPDX-License-Identifier: MIT */
#include "read/pdf.h"

#include "unit/pdf_made.h"
#include "unit/read_setup.h"
#include "unit/write_asked.h"

static const PdfParts *bytes_open(Setup *setup, const char *name, Bytes bytes)
{
	Source source = setup_bytes(setup, name, bytes.at, bytes.length);
	return pdf_read(setup->arena, &source, setup->diags);
}

static const PdfParts *made_open(Setup *setup, const char *name, PdfMade *made)
{
	return bytes_open(setup, name, made_end(made));
}

static void told_is(const Setup *setup, int count, const char *words)
{
	if (diags_count(setup->diags) != count || !strstr(setup_told(setup, 0), words))
		fail_msg("%d told, the first: %s", diags_count(setup->diags),
			 diags_count(setup->diags) ? setup_told(setup, 0) : "nothing");
}

static void bytes_are(Bytes bytes, const char *text)
{
	assert_non_null(bytes.at);
	assert_int_equal(bytes.length, strlen(text));
	assert_memory_equal(bytes.at, text, bytes.length + 1);
}

static void attachments_come_with_name_relationship_and_bytes(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "data/a.xml", "Source", made_text("<a/>"));
	int plain = made_stream(&made, "/Params<</CheckSum<00112233445566778899aabbccddeeff>>>",
				made_text("as it is"));
	made_spec(&made, "b.txt", "Supplement", plain);
	made_attach(&made, "empty", "Data", made_text(""));
	made.id = "[<0102><03>]";
	const PdfParts *parts = made_open(setup, "plain.pdf", &made);
	assert_non_null(parts);
	assert_int_equal(diags_count(setup->diags), 0);
	assert_int_equal(parts->count, 3);
	assert_string_equal(parts->attachments[0].name, "data/a.xml");
	assert_string_equal(parts->attachments[0].relationship, "Source");
	bytes_are(parts->attachments[0].bytes, "<a/>");
	assert_null(parts->attachments[0].checksum.at);
	assert_string_equal(parts->attachments[1].relationship, "Supplement");
	bytes_are(parts->attachments[1].bytes, "as it is");
	assert_int_equal(parts->attachments[1].checksum.length, 16);
	bytes_are(parts->attachments[2].bytes, "");
	bytes_are(parts->id[0], "\1\2");
	bytes_are(parts->id[1], "\3");
}

static void names_may_be_in_any_script(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "\\376\\377\\146\\106\\145\\016.", "Data", made_text("x"));
	made_attach(&made, "caf\\351", "Data", made_text("y"));
	const PdfParts *parts = made_open(setup, "names.pdf", &made);
	assert_int_equal(parts->count, 2);
	assert_string_equal(parts->attachments[1].name, "caf\u00e9");
}

static void one_that_only_the_documents_list_has_is_found_too(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "one", "Data", made_text("1"));
	made_attach(&made, "two", "Data", made_text("2"));
	made.catalog = "/AF[5 0 R 7 0 R]/Names<</EmbeddedFiles<</Kids[<</Names[(two) 7 0 R]>>]>>>>";
	const PdfParts *parts = made_open(setup, "list.pdf", &made);
	assert_int_equal(parts->count, 2);
	assert_string_equal(parts->attachments[0].name, "two");
	assert_string_equal(parts->attachments[1].name, "one");
}

static void a_pdf_without_attachments_has_none(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made.catalog = "";
	const PdfParts *parts = made_open(setup, "none.pdf", &made);
	assert_non_null(parts);
	assert_int_equal(parts->count, 0);
	assert_int_equal(parts->id[0].length, 0);
	assert_int_equal(diags_count(setup->diags), 0);
}

static void what_is_no_pdf_is_told(void **state)
{
	Setup *setup = *state;
	assert_null(bytes_open(setup, "text.pdf", made_text("<xml/>")));
	told_is(setup, 1, "this is no PDF");
	assert_null(bytes_open(setup, "empty.pdf", made_text("")));
	assert_string_equal(diags_at(setup->diags, 1)->message,
			    "this is no PDF: the file is empty");
	assert_null(bytes_open(setup, "head.pdf", made_text("%PDF-1.7\nand nothing else")));
	assert_non_null(strstr(diags_at(setup->diags, 2)->message, "damaged and cannot be read"));
	Source nowhere = {.path = SETUP_FOLDER "nowhere.pdf"}, folder = {.path = SETUP_FOLDER};
	assert_null(pdf_read(setup->arena, &nowhere, setup->diags));
	assert_null(pdf_read(setup->arena, &folder, setup->diags));
	assert_int_equal(diags_errors(setup->diags), 5);
	assert_int_equal(diags_status(setup->diags), 65);
}

static void a_pdf_cut_short_is_read_with_a_warning(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "a", "Data", made_text("1"));
	Bytes whole = made_end(&made);
	whole.length -= strlen("123\n%%EOF\n");
	const PdfParts *parts = bytes_open(setup, "cut.pdf", whole);
	assert_int_equal(parts->count, 1);
	told_is(setup, 1, "this PDF is damaged, and was repaired to be read");
	assert_int_equal(diags_errors(setup->diags), 0);
}

static void a_huge_file_in_a_small_one_is_not_unpacked(void **state)
{
	Setup *setup = *state;
	size_t length = PDF_ATTACHMENT_LIMIT + 1;
	Bytes zeros = {arena_alloc(setup->arena, length), length};
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "bomb", "Data", zeros);
	zeros.length--;
	made_attach(&made, "large", "Data", zeros);
	const PdfParts *parts = made_open(setup, "bomb.pdf", &made);
	told_is(setup, 1, "the attachment \"bomb\" has more than 64 MB when it is unpacked");
	assert_int_equal(parts->count, 2);
	assert_null(parts->attachments[0].bytes.at);
	assert_int_equal(parts->attachments[1].bytes.length, PDF_ATTACHMENT_LIMIT);
}

static void many_large_ones_are_too_many(void **state)
{
	Setup *setup = *state;
	Bytes zeros = {arena_alloc(setup->arena, PDF_ATTACHMENT_LIMIT), PDF_ATTACHMENT_LIMIT};
	PdfMade made = made_begin(setup->arena);
	for (int i = 0; i < 3; i++)
		made_attach(&made, str_format(setup->arena, "%d", i), "Data", zeros);
	made_open(setup, "many.pdf", &made);
	told_is(setup, 1, "what is attached to this PDF has more than 128 MB in all");
}

static void damaged_bytes_are_told_by_name(void **state)
{
	Setup *setup = *state;
	Bytes packed = made_packed(setup->arena, made_text("some words that are packed"));
	PdfMade made = made_begin(setup->arena);
	made_spec(&made, "noise", "Data",
		  made_stream(&made, "/Filter/FlateDecode", made_text("no deflate")));
	packed.length -= 5;
	made_spec(&made, "cut", "Data", made_stream(&made, "/Filter/FlateDecode", packed));
	made_spec(&made, "lzw", "Data", made_stream(&made, "/Filter/LZWDecode", packed));
	made_spec(&made, "twice", "Data",
		  made_stream(&made, "/Filter[/FlateDecode/FlateDecode]", packed));
	made_spec(&made, "page", "Data", 3);
	made_spec(&made, "gone", "Data", 99);
	const PdfParts *parts = made_open(setup, "damaged.pdf", &made);
	assert_int_equal(parts->count, 6);
	assert_int_equal(diags_errors(setup->diags), 6);
	for (int i = 0; i < 6; i++) {
		assert_null(parts->attachments[i].bytes.at);
		assert_non_null(
		    strstr(diags_at(setup->diags, i)->message, parts->attachments[i].name));
	}
}

static void lists_that_lead_in_circles_end(void **state)
{
	Setup *setup = *state;
	static const char *const catalogs[] = {
	    "/Names<</EmbeddedFiles 4 0 R>>", "/Names<</EmbeddedFiles 5 0 R>>",
	    "/Names<</EmbeddedFiles<</Kids[4 0 R 5 0 R 4 0 R 5 0 R]>>>>"};
	for (size_t i = 0; i < sizeof catalogs / sizeof *catalogs; i++) {
		PdfMade made = made_begin(setup->arena);
		made_object(&made, "<</Kids[4 0 R 5 0 R 4 0 R]>>", (Bytes){0});
		made_object(&made, "<</Kids[5 0 R]/Names[(a) 4 0 R (b) (b) 5 0 R (c)]>>",
			    (Bytes){0});
		made.catalog = catalogs[i];
		const PdfParts *parts =
		    made_open(setup, str_format(setup->arena, "circle-%zu.pdf", i), &made);
		assert_non_null(parts);
		const Diag *last = diags_at(setup->diags, diags_count(setup->diags) - 1);
		assert_non_null(strstr(last->message, "in circles"));
	}
}

static void an_attachment_without_a_name_is_left_out(void **state)
{
	Setup *setup = *state;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "", "Data", made_text("1"));
	made_attach(&made, "a", "Data", made_text("2"));
	const PdfParts *parts = made_open(setup, "nameless.pdf", &made);
	assert_int_equal(parts->count, 1);
	told_is(setup, 1, "an attachment has no name");
}

static const PdfParts *qpdf_made(Setup *setup, const char *name, const char *options)
{
	int status;
	PdfMade made = made_begin(setup->arena);
	made_attach(&made, "a", "Data", made_text("1"));
	Bytes bytes = made_end(&made);
	Source plain = setup_bytes(setup, "qpdf.pdf", bytes.at, bytes.length);
	Source other = {.path = str_format(setup->arena, SETUP_FOLDER "%s", name)};
	const char *said =
	    asked(setup->arena,
		  str_format(setup->arena, "qpdf %s %s %s 2>&1", options, plain.path, other.path),
		  &status);
	if (status != 0)
		fail_msg("qpdf: %s", said);
	return pdf_read(setup->arena, &other, setup->diags);
}

static void one_that_asks_for_a_password_is_told(void **state)
{
	Setup *setup = *state;
	assert_null(qpdf_made(setup, "secret.pdf", "--encrypt one two 256 --"));
	told_is(setup, 1, "this PDF is encrypted and asks for a password");
}

static void encrypted_without_a_password_and_packed_objects_are_read(void **state)
{
	Setup *setup = *state;
	const PdfParts *parts = qpdf_made(setup, "open.pdf", "--encrypt '' two 256 --");
	assert_int_equal(parts->count, 1);
	bytes_are(parts->attachments[0].bytes, "1");
	parts = qpdf_made(setup, "packed.pdf", "--object-streams=generate --linearize");
	assert_int_equal(parts->count, 1);
	bytes_are(parts->attachments[0].bytes, "1");
	assert_int_equal(diags_count(setup->diags), 0);
}

static void the_library_says_which_it_is(void **state)
{
	Setup *setup = *state;
	const char *version = pdf_reader_versions(setup->arena);
	assert_non_null(version);
	assert_true(str_starts(version, "qpdf "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(attachments_come_with_name_relationship_and_bytes),
	    SENTENCE(names_may_be_in_any_script),
	    SENTENCE(one_that_only_the_documents_list_has_is_found_too),
	    SENTENCE(a_pdf_without_attachments_has_none),
	    SENTENCE(what_is_no_pdf_is_told),
	    SENTENCE(a_pdf_cut_short_is_read_with_a_warning),
	    SENTENCE(a_huge_file_in_a_small_one_is_not_unpacked),
	    SENTENCE(many_large_ones_are_too_many),
	    SENTENCE(damaged_bytes_are_told_by_name),
	    SENTENCE(lists_that_lead_in_circles_end),
	    SENTENCE(an_attachment_without_a_name_is_left_out),
	    SENTENCE(one_that_asks_for_a_password_is_told),
	    SENTENCE(encrypted_without_a_password_and_packed_objects_are_read),
	    SENTENCE(the_library_says_which_it_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
