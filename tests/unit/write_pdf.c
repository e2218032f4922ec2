/* SPDX-License-Identifier: MIT */
/* The whole file, judged by its own bytes and by programs that never saw ours: qpdf and poppler. */
#include "write_sample.h"

#include "write_asked.h"

#define SAMPLE_PDF "build/tests/write_sample.pdf"

static Bytes pdf_of(Sample *s)
{
	Bytes bytes = pdf_write(s->arena, sample_page(s), &sample_job, NULL, s->diags);
	assert_non_null(bytes.at);
	assert_int_equal(diags_count(s->diags), 0);
	return bytes;
}

/* What `command FILE` says about the sample; skips the test where there is no such program. */
static const char *said_of_sample(Sample *s, const char *program, const char *arguments)
{
	int status;
	if (!is_installed(program)) {
		print_message("%s is not installed\n", program);
		skip();
	}
	Bytes bytes = pdf_of(s);
	assert_int_equal(system("mkdir -p build/tests"), 0);
	FILE *file = fopen(SAMPLE_PDF, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
	fclose(file);
	const char *said =
	    asked(s->arena, str_format(s->arena, "%s %s 2>&1", program, arguments), &status);
	if (status != 0)
		fail_msg("%s: %s", program, said);
	return said;
}

static void assert_in_order(const char *said, const char *const *parts)
{
	const char *at = said;
	for (; *parts != NULL; parts++) {
		at = strstr(at, *parts);
		if (at == NULL)
			fail_msg("\"%s\" is missing or too early in\n%s", *parts, said);
		at += strlen(*parts);
	}
}

#define ASSERT_IN_ORDER(said, ...) assert_in_order((said), (const char *const[]){__VA_ARGS__, NULL})

static void qpdf_finds_nothing_wrong(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(s, "qpdf", "--check " SAMPLE_PDF);
	ASSERT_IN_ORDER(said, "PDF Version: 1.7", "No syntax or stream encoding errors");
	assert_null(strstr(said, "WARNING"));
	sample_close(s);
}

static void every_font_is_embedded_a_subset_and_maps_to_unicode(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(s, "pdffonts", SAMPLE_PDF " | tail -n +3");
	int fonts = 0;
	for (const char *line = said; *line != '\0'; line = strchr(line, '\n') + 1, fonts++) {
		assert_int_equal(line[6], '+');
		ASSERT_IN_ORDER(line, "CID TrueType", "Identity-H", "yes yes yes");
	}
	assert_int_equal(fonts, 3);
	sample_close(s);
}

static void words_come_out_as_they_went_in(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(s, "pdftotext", "-raw " SAMPLE_PDF " -");
	ASSERT_IN_ORDER(said, "AVATAR To, Kunming\n", "The office filed 5,909 applications\n",
			"as the 98", "AΑ", "é\n", "31%", "CHINA TOBACCO", "Fields (S&T) \\ done");
	sample_close(s);
}

static void one_a4_page_with_title_and_dates(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(s, "pdfinfo", "-isodates " SAMPLE_PDF);
	ASSERT_IN_ORDER(said, "Kunming, 昆明 – a “profile”", "Profile", "Office of Études",
			"clusterpress", "2024-09-26T00:00:00Z", "Tagged:          yes",
			"Pages:           1\n", "595.276 x 841.89 pts (A4)");
	sample_close(s);
}

static void the_tree_is_read_in_the_order_of_tags_not_of_painting(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(s, "pdfinfo", "-struct-text " SAMPLE_PDF);
	ASSERT_IN_ORDER(said, "Document\n  H1", "\"AVATAR To, Kunming\"", "\n  P", "applications",
			"98th\"", "\n  Table", "Caption", "\"Top applicants\"", "THead", "TR", "TH",
			"/Scope /Column", "/ColSpan 2", "\"Share\"", "TBody", "TH", "/Scope /Row",
			"\"CHINA TOBACCO\"", "TD", "\"31%\"", "\n  H2", "Fields", "\n  Figure",
			"/BBox [80 351.89 120 391.89]", "11%");
	sample_close(s);
}

static void the_same_page_gives_the_same_bytes(void **state)
{
	(void)state;
	Sample *s = sample_full(), *t = sample_full();
	Bytes one = pdf_of(s), other = pdf_of(t);
	assert_int_equal(one.length, other.length);
	assert_memory_equal(one.at, other.at, one.length);
	sample_close(s);
	sample_close(t);
}

static const char *find(Bytes bytes, const char *what)
{
	size_t length = strlen(what);
	for (size_t i = 0; i + length <= bytes.length; i++)
		if (memcmp(bytes.at + i, what, length) == 0)
			return (const char *)bytes.at + i;
	fail_msg("the file lacks %s", what);
	return NULL;
}

/* What veraPDF proves of the sample editions (`make conformance`), each file says of itself. */
static void every_file_says_which_standards_it_keeps(void **state)
{
	(void)state;
	Sample *s = sample_full();
	Bytes bytes = pdf_of(s);
	find(bytes, "<pdfaid:part>3</pdfaid:part>");
	find(bytes, "<pdfaid:conformance>A</pdfaid:conformance>");
	find(bytes, "<pdfuaid:part>1</pdfuaid:part>");
	find(bytes, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
	sample_close(s);
}

/* What is said twice is said alike: readers look in one place or the other. */
static void the_information_and_the_metadata_agree(void **state)
{
	(void)state;
	Sample *s = sample_full();
	Bytes bytes = pdf_of(s);
	find(bytes, "/CreationDate(D:20240926000000Z)/ModDate(D:20240926000000Z)");
	find(bytes, "<xmp:CreateDate>2024-09-26T00:00:00Z</xmp:CreateDate>");
	find(bytes, "<xmp:ModifyDate>2024-09-26T00:00:00Z</xmp:ModifyDate>");
	const char *said = said_of_sample(s, "pdfinfo", SAMPLE_PDF);
	ASSERT_IN_ORDER(said, str_format(s->arena, "Title:           %s", sample_page(s)->title));
	find(bytes, str_format(s->arena, "<rdf:li xml:lang=\"x-default\">%s</rdf:li>",
			       sample_page(s)->title));
	sample_close(s);
}

/* The profile is of the program's own making: no clock may get into it. */
static void the_output_intent_is_a_profile_without_a_clock(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *said = said_of_sample(
	    s, "qpdf",
	    "--qdf --object-streams=disable " SAMPLE_PDF " - | LC_ALL=C grep -a -c -P "
	    "'mntrRGB XYZ \\x07\\xd0\\x00\\x01\\x00\\x01\\x00{6}acspAPPL'");
	const char *intent = find(pdf_of(s), "/S/GTS_PDFA1");
	find(pdf_of(s), "/N 3/Filter");
	assert_non_null(strstr(intent, "/DestOutputProfile "));
	assert_int_equal(atoi(said), 1);
	sample_close(s);
}

/* Two files, of which one has a name that ASCII cannot write, and a cache that keeps them. */
static void attachments_come_out_as_they_went_in(void **state)
{
	(void)state;
	/* Long enough to be kept for other pages. */
	static const unsigned char part[3000] = {0, 1, 2};
	static const Attachment files[] = {
	    {"data/a (1).xml",
	     ATTACHMENT_SOURCE,
	     "Record",
	     {(const unsigned char *)"<a/>\n", 5},
	     {{1}}},
	    {"data/é.png", ATTACHMENT_SUPPLEMENT, "Part", {part, sizeof part}, {{2}}},
	};
	Sample *s = sample_full();
	Job job = sample_job;
	job.attachments = files;
	job.attachment_count = 2;
	Cache *cache = cache_open(1 << 20);
	Bytes bytes = pdf_write(s->arena, sample_page(s), &job, cache, s->diags);
	Bytes again = pdf_write(s->arena, sample_page(s), &job, cache, s->diags);
	Bytes without = pdf_write(s->arena, sample_page(s), &job, NULL, s->diags);
	size_t kept = cache_count(cache);
	cache_empty(cache);
	pdf_write(s->arena, sample_page(s), &sample_job, cache, s->diags);
	/* The supplement; the source is the page's own. */
	assert_int_equal(kept - cache_count(cache), 1);
	assert_int_equal(bytes.length, again.length);
	assert_memory_equal(bytes.at, again.at, bytes.length);
	assert_int_equal(bytes.length, without.length);
	assert_memory_equal(bytes.at, without.at, bytes.length);
	cache_close(cache);
	assert_int_equal(system("mkdir -p build/tests"), 0);
	assert_true(file_write("build/tests/attached.pdf", bytes.at, bytes.length, s->diags));
	int status;
	const char *said = asked(s->arena,
				 "qpdf --check build/tests/attached.pdf && qpdf --list-attachments "
				 "--verbose build/tests/attached.pdf && qpdf "
				 "--show-attachment='data/a (1).xml' build/tests/attached.pdf",
				 &status);
	assert_int_equal(status, 0);
	/* MD5 of "<a/>" and a line's end, by md5sum. */
	ASSERT_IN_ORDER(said, "No syntax or stream", "data/a (1).xml", "description: Record",
			"mime type: application/xml", "97f0456360f3d8750e220519cb4a7409",
			"data/é.png", "mime type: image/png", "<a/>");
	find(bytes, "/AFRelationship/Source");
	find(bytes, "/AFRelationship/Supplement");
	find(bytes, "/ModDate(D:20240926000000Z)/CheckSum");
	sample_close(s);
}

static Bytes pressed(Sample *s, const char *text, Cache *cache)
{
	s->draws.count = 0;
	run_add(s, TAG_ARTIFACT, 0, 20000, 700, 10000, text);
	run_add(s, TAG_ARTIFACT, 0, 40000, 400, 10000, "words that all have");
	return pdf_write(s->arena, sample_page(s), &sample_job, cache, s->diags);
}

static void assert_same(Bytes one, Bytes other)
{
	assert_non_null(one.at);
	assert_int_equal(one.length, other.length);
	assert_memory_equal(one.at, other.at, one.length);
}

/* Alone, behind others, before them, with a cache in which nothing stays, and without one. Two of them show the same
 * glyphs for other texts. */
static void the_bytes_of_a_page_do_not_depend_on_other_pages(void **state)
{
	(void)state;
	Sample *s = sample_full();
	static const char *const texts[] = {"Kunming", "Mink gun", "Mi\xC2\xA0nkgu",
					    "e\xCC\x81\xC3\xA9"};
	Cache *forth = cache_open(1 << 20), *back = cache_open(1 << 20), *small = cache_open(9000);
	Bytes alone[4];
	for (int i = 0; i < 4; i++) {
		alone[i] = pressed(s, texts[i], NULL);
		assert_same(alone[i], pressed(s, texts[i], forth));
		assert_same(alone[i], pressed(s, texts[i], small));
	}
	size_t kept = cache_count(forth);
	for (int i = 3; i >= 0; i--) {
		assert_same(alone[i], pressed(s, texts[i], back));
		assert_same(alone[i], pressed(s, texts[i], forth));
		cache_empty(back);
		assert_same(alone[i], pressed(s, texts[i], back));
	}
	assert_int_equal(cache_count(forth), kept);
	cache_close(forth);
	cache_close(back);
	cache_close(small);
	sample_close(s);
}

static void the_digest_is_the_files_identifier(void **state)
{
	(void)state;
	Sample *s = sample_full();
	find(pdf_of(s), "/ID[<010203FF000000000000000000000000>"
			"<010203FF000000000000000000000000>]");
	sample_close(s);
}

/* Kids stand in brackets, or one alone. */
static bool holds_mark(const char *element, long mark)
{
	const char *kids = strstr(element, "/K") + 2;
	kids += *kids == '[';
	while (*kids != ']' && *kids != '>') {
		char *end;
		long number = strtol(kids, &end, 10);
		kids = end;
		if (strncmp(kids, " 0 R ", 5) == 0)
			kids += 5;
		else if (number == mark)
			return true;
		else
			kids++;
	}
	return false;
}

static void the_parent_tree_leads_from_each_mark_to_the_element_that_holds_it(void **state)
{
	(void)state;
	Sample *s = sample_full();
	Bytes bytes = pdf_of(s);
	long mark = 0;
	for (const char *at = find(bytes, "/Nums[0[") + 8; *at != ']'; mark++) {
		char *end;
		long object = strtol(at, &end, 10);
		const char *element = find(bytes, str_format(s->arena, "\n%ld 0 obj\n", object));
		assert_true(holds_mark(element, mark));
		at = end + strlen(" 0 R ");
	}
	assert_int_equal(mark, 10);
	sample_close(s);
}

static void what_the_edition_does_not_say_is_left_out(void **state)
{
	(void)state;
	static const Edition bare = {.id = "x"};
	static const Job job = {.edition = &bare, .moment = "yesterday"};
	Sample *s = sample_full();
	Page page = *sample_page(s);
	page.title = NULL;
	Bytes bytes = pdf_write(s->arena, &page, &job, NULL, s->diags);
	assert_non_null(bytes.at);
	const char *info = find(bytes, "/Producer(");
	assert_null(strstr(info, "/CreationDate"));
	ASSERT_IN_ORDER((const char *)find(bytes, "dc:format"), "dc:language", "pdf:Producer");
	sample_close(s);
}

static void a_page_without_anything_is_still_a_file(void **state)
{
	(void)state;
	Sample *s = sample_open();
	said_of_sample(s, "qpdf", "--check " SAMPLE_PDF);
	sample_close(s);
}

static void a_page_larger_than_pdf_allows_is_told_in_words(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Page page = *sample_page(s);
	page.width = LEN_PT(20000);
	assert_null(pdf_write(s->arena, &page, &sample_job, NULL, s->diags).at);
	assert_int_equal(diags_errors(s->diags), 1);
	assert_string_equal(diags_at(s->diags, 0)->message,
			    "the page with its bleed is 20017 pt wide, but a PDF page may be 3 to "
			    "14400 pt");
	assert_non_null(diags_at(s->diags, 0)->hint);
	sample_close(s);
}

static void no_page_gives_no_file(void **state)
{
	(void)state;
	Sample *s = sample_open();
	assert_null(pdf_write(s->arena, NULL, &sample_job, NULL, s->diags).at);
	sample_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(qpdf_finds_nothing_wrong),
	    cmocka_unit_test(every_font_is_embedded_a_subset_and_maps_to_unicode),
	    cmocka_unit_test(words_come_out_as_they_went_in),
	    cmocka_unit_test(one_a4_page_with_title_and_dates),
	    cmocka_unit_test(the_tree_is_read_in_the_order_of_tags_not_of_painting),
	    cmocka_unit_test(the_same_page_gives_the_same_bytes),
	    cmocka_unit_test(every_file_says_which_standards_it_keeps),
	    cmocka_unit_test(the_information_and_the_metadata_agree),
	    cmocka_unit_test(attachments_come_out_as_they_went_in),
	    cmocka_unit_test(the_output_intent_is_a_profile_without_a_clock),
	    cmocka_unit_test(the_bytes_of_a_page_do_not_depend_on_other_pages),
	    cmocka_unit_test(the_digest_is_the_files_identifier),
	    cmocka_unit_test(the_parent_tree_leads_from_each_mark_to_the_element_that_holds_it),
	    cmocka_unit_test(what_the_edition_does_not_say_is_left_out),
	    cmocka_unit_test(a_page_without_anything_is_still_a_file),
	    cmocka_unit_test(a_page_larger_than_pdf_allows_is_told_in_words),
	    cmocka_unit_test(no_page_gives_no_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
