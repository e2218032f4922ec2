/* SPDX-License-Identifier: MIT */
/* The content stream, read back with the arithmetic of a PDF reader. */
#include "write_sample.h"

#include "write/pdf_page.h"

#include <math.h>
#include <stdio.h>

static const double close_enough = 0.01; /* pt */

typedef struct Content {
	Faces faces;
	Images images;
	Marks marks;
	const char *text;
} Content;

static Content content_of(Sample *s)
{
	const Page *page = sample_page(s);
	Content content = {faces_gather(s->arena, page), images_gather(s->arena, page),
			   marks_new(s->arena, page), NULL};
	StrBuf out = page_content(s->arena, page, &content.faces, &content.images, &content.marks);
	content.text = strbuf_text(&out);
	return content;
}

/* A reader's text state. */
typedef struct Reader {
	const Content *content;
	const Page *page;
	double line_x, line_y, pen, size, tracking, rise;
	const Face *face;
	int draw, glyph; /* the page's next one */
	int seen;
} Reader;

static void next_run(Reader *r)
{
	r->glyph = 0;
	do
		r->draw++;
	while (r->draw < r->page->draw_count && r->page->draws[r->draw].kind != DRAW_RUN);
}

static void check_glyph(Reader *r, int code)
{
	assert_true(r->draw < r->page->draw_count);
	const Run *run = &r->page->draws[r->draw].run;
	const Glyph *glyph = &run->glyphs[r->glyph];
	double em = font_metrics(run->font)->units_per_em, cum = glyph->x_offset;
	for (int i = 0; i < r->glyph; i++)
		cum += run->glyphs[i].advance;
	double x = (run->x + run->tracking * r->glyph + cum * run->size / em) / 1000;
	double y = (r->page->height - run->y + glyph->y_offset * run->size / em) / 1000;
	assert_ptr_equal(r->face->font, run->font);
	assert_int_equal(r->face->codes[code - 1].glyph, glyph->id);
	assert_true(fabs(r->line_x + r->pen - x) <= close_enough);
	assert_true(fabs(r->line_y + r->rise - y) <= close_enough);
	r->pen += r->face->codes[code - 1].width / 1000.0 * r->size + r->tracking;
	r->seen++;
	if (++r->glyph == run->glyph_count)
		next_run(r);
}

static const char *read_hex(Reader *r, const char *s)
{
	for (; *s != '>'; s += 4) {
		char digits[5] = {s[0], s[1], s[2], s[3], 0};
		check_glyph(r, (int)strtol(digits, NULL, 16));
	}
	return s + 1;
}

static const char *read_array(Reader *r, const char *s)
{
	while (*s != ']') {
		char *end;
		if (*s == '<') {
			s = read_hex(r, s + 1);
			continue;
		}
		r->pen -= strtod(s, &end) / 1000 * r->size;
		assert_ptr_not_equal(s, end);
		s = end;
	}
	return s + 1;
}

static void read_line(Reader *r, const char *line)
{
	double a = 0, b = 0;
	int face;
	size_t length = strcspn(line, "\n");
	const char *verb = line + length - 2;
	if (line[0] == '[' && strncmp(verb, "TJ", 2) == 0)
		read_array(r, line + 1);
	else if (strncmp(verb, "BT", 2) == 0)
		r->line_x = r->line_y = 0;
	else if (strncmp(verb, "Td", 2) == 0 && sscanf(line, "%lf %lf", &a, &b) == 2) {
		r->line_x += a;
		r->line_y += b;
		r->pen = 0;
	} else if (strncmp(verb, "Tf", 2) == 0 && sscanf(line, "/F%d %lf", &face, &a) == 2) {
		r->face = &r->content->faces.faces[face];
		r->size = a;
	} else if (strncmp(verb, "Tc", 2) == 0)
		r->tracking = strtod(line, NULL);
	else if (strncmp(verb, "Ts", 2) == 0)
		r->rise = strtod(line, NULL);
}

/* Reads the whole stream and holds each glyph against the page; how many there were. */
static int read_back(Sample *s)
{
	Content content = content_of(s);
	Reader reader = {.content = &content, .page = &s->page, .draw = -1};
	next_run(&reader);
	for (const char *line = content.text; *line != '\0'; line = strchr(line, '\n') + 1)
		read_line(&reader, line);
	assert_int_equal(reader.draw, s->page.draw_count);
	return reader.seen;
}

static void every_glyph_stands_where_the_page_has_it(void **state)
{
	(void)state;
	Sample *s = sample_full();
	assert_true(read_back(s) > 100);
	sample_close(s);
}

static void a_long_run_does_not_drift_at_any_size_or_tracking(void **state)
{
	(void)state;
	for (Len size = 1001; size < 120000; size += 7919) {
		Sample *s = sample_open();
		Run *run = run_add(s, TAG_ARTIFACT, 45354, 90001, 400, size,
				   "AVATAR To Yes, WAVE. LT VA. AVATAR To Yes, WAVE. LT VA. "
				   "AVATAR To Yes, WAVE. LT VA. AVATAR To Yes, WAVE. LT VA.");
		run->tracking = size % 97 - 48;
		assert_true(read_back(s) > 100);
		sample_close(s);
	}
}

static void offsets_of_marks_are_kept_and_end_with_the_mark(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Run *run = run_add(s, TAG_ARTIFACT, 10000, 20000, 400, 12345, "abc");
	Glyph *glyphs = ARENA_ARRAY(s->arena, 3, Glyph);
	memcpy(glyphs, run->glyphs, 3 * sizeof *glyphs);
	glyphs[1].x_offset = -217;
	glyphs[1].y_offset = 133;
	run->glyphs = glyphs;
	run_add(s, TAG_ARTIFACT, 10000, 40000, 400, 12345, "next");
	assert_int_equal(read_back(s), 7);
	assert_non_null(strstr(content_of(s).text, "1.642 Ts\n"));
	assert_non_null(strstr(content_of(s).text, "0 Ts\n"));
	sample_close(s);
}

static int occurrences(const char *text, const char *what)
{
	int count = 0;
	for (; (text = strstr(text, what)) != NULL; text++)
		count++;
	return count;
}

static void draws_of_one_tag_in_a_row_are_one_marked_stretch(void **state)
{
	(void)state;
	Sample *s = sample_full();
	Content content = content_of(s);
	assert_int_equal(occurrences(content.text, "/P <</MCID "), 2);
	assert_int_equal(occurrences(content.text, "BDC\n"), occurrences(content.text, "EMC\n"));
	assert_int_equal(occurrences(content.text, "BT\n"), occurrences(content.text, "ET\n"));
	assert_int_equal(occurrences(content.text, "<</MCID "), content.marks.tags.count);
	sample_close(s);
}

/* ISO 32000-1, 14.8.2.2.2: two grounds have a stretch each, with its box; furniture of the foot is one stretch. */
static void artifacts_say_what_they_are_there_for(void **state)
{
	(void)state;
	static const ArtifactKind kinds[] = {ARTIFACT_LAYOUT, ARTIFACT_BACKGROUND,
					     ARTIFACT_BACKGROUND, ARTIFACT_FOOTER, ARTIFACT_FOOTER};
	Sample *s = sample_open();
	for (int i = 0; i < 5; i++) {
		rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, i * 1000, 41890, 500, 500)->fill = &teal;
		((Draw *)list_at(&s->draws, i))->artifact = kinds[i];
	}
	const char *text = content_of(s).text;
	assert_non_null(strstr(text, "/Artifact <</Type/Layout>> BDC\n.043 .431 .549 rg\n"));
	assert_non_null(strstr(text, "/Artifact <</Type/Background/BBox[1 799.5 1.5 800]>> BDC\n"));
	assert_non_null(strstr(text, "/Artifact <</Type/Background/BBox[2 799.5 2.5 800]>> BDC\n"));
	assert_int_equal(occurrences(text, "/Artifact <</Type/Pagination/Subtype/Footer/"
					   "Attached[/Bottom]>> BDC\n"),
			 1);
	assert_int_equal(occurrences(text, "EMC\n"), 4);
	sample_close(s);
}

static void shapes_are_written_from_the_lower_left_corner(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *text = content_of(s).text;
	assert_non_null(strstr(text, "/Artifact <</Type/Layout>> BDC\n.043 .145 .271 rg\n"
				     "-8.504 700.394 612.284 150 re\nf\nEMC\n"));
	assert_non_null(strstr(text, "100 391.89 m\n"
				     "111.046 391.89 120 382.936 120 371.89 c\n"
				     "100 371.39 l\nS\n"));
	assert_non_null(strstr(text, "q\n200 351.89 100 40 re\nW n\n"));
	assert_non_null(strstr(text, "[3 3] 0 d\n"));
	assert_non_null(strstr(text, "EMC\nQ\n"));
	sample_close(s);
}

static void what_holds_already_is_not_said_again(void **state)
{
	(void)state;
	Sample *s = sample_open();
	for (int i = 0; i < 3; i++)
		rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, i * 1000, 0, 500, 500)->fill = &teal;
	run_add(s, TAG_ARTIFACT, 0, 20000, 400, 10000, "one");
	run_add(s, TAG_ARTIFACT, 0, 30000, 400, 10000, "two");
	const char *text = content_of(s).text;
	assert_int_equal(occurrences(text, " rg\n"), 2);
	assert_int_equal(occurrences(text, " Tf\n"), 1);
	assert_int_equal(occurrences(text, "BDC\n"), 1);
	assert_int_equal(occurrences(text, "BT\n"), 1);
	sample_close(s);
}

static void a_colour_said_inside_a_clip_is_said_again_behind_it(void **state)
{
	(void)state;
	Sample *s = sample_open();
	rect_add(s, DRAW_CLIP, TAG_ARTIFACT, 0, 0, 500, 500);
	rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, 0, 0, 500, 500)->fill = &teal;
	shape_add(s, DRAW_UNCLIP, TAG_ARTIFACT, NULL, 0);
	rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, 0, 0, 500, 500)->fill = &teal;
	assert_int_equal(occurrences(content_of(s).text, " rg\n"), 2);
	sample_close(s);
}

static void codes_do_not_depend_on_the_order_of_painting(void **state)
{
	(void)state;
	Sample *s = sample_open(), *t = sample_open();
	run_add(s, TAG_ARTIFACT, 0, 0, 400, 10000, "zebra");
	run_add(s, TAG_ARTIFACT, 0, 0, 400, 10000, "alpha");
	run_add(t, TAG_ARTIFACT, 0, 0, 400, 10000, "alpha");
	run_add(t, TAG_ARTIFACT, 0, 0, 400, 10000, "zebra");
	const Face *a = &content_of(s).faces.faces[0], *b = &content_of(t).faces.faces[0];
	assert_int_equal(a->code_count, b->code_count);
	for (int i = 0; i < a->code_count; i++)
		assert_int_equal(a->codes[i].glyph, b->codes[i].glyph);
	sample_close(s);
	sample_close(t);
}

static void two_characters_that_share_a_glyph_have_two_codes(void **state)
{
	(void)state;
	Sample *s = sample_open();
	sample_odd_glyphs(s, TAG_ARTIFACT);
	Content content = content_of(s);
	const int *codes = content.faces.shown[0];
	assert_int_not_equal(codes[0], codes[1]);
	sample_close(s);
}

static void a_ligature_and_clusters_from_right_to_left_keep_their_text(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Run *run = run_add(s, TAG_ARTIFACT, 0, 0, 400, 10000, "abcdef");
	static const Glyph glyphs[] = {{70, 4, 500, 0, 0}, {71, 1, 500, 0, 0}, {72, 0, 500, 0, 0}};
	run->glyphs = glyphs;
	run->glyph_count = 3;
	const Face *face = &content_of(s).faces.faces[0];
	assert_int_equal(face->codes[0].length, 2);
	assert_memory_equal(face->codes[0].text, "ef", 2);
	assert_memory_equal(face->codes[1].text, "bcd", 3);
	assert_memory_equal(face->codes[2].text, "a", 1);
	sample_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_glyph_stands_where_the_page_has_it),
	    cmocka_unit_test(a_long_run_does_not_drift_at_any_size_or_tracking),
	    cmocka_unit_test(offsets_of_marks_are_kept_and_end_with_the_mark),
	    cmocka_unit_test(draws_of_one_tag_in_a_row_are_one_marked_stretch),
	    cmocka_unit_test(artifacts_say_what_they_are_there_for),
	    cmocka_unit_test(shapes_are_written_from_the_lower_left_corner),
	    cmocka_unit_test(what_holds_already_is_not_said_again),
	    cmocka_unit_test(a_colour_said_inside_a_clip_is_said_again_behind_it),
	    cmocka_unit_test(codes_do_not_depend_on_the_order_of_painting),
	    cmocka_unit_test(two_characters_that_share_a_glyph_have_two_codes),
	    cmocka_unit_test(a_ligature_and_clusters_from_right_to_left_keep_their_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
