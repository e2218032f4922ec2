/* SPDX-License-Identifier: MIT */
/* What stands where: the boxes of marks, and what is said of them. */
#include "write_sample.h"

#include "write/extent.h"
#include "write/marks.h"

static void assert_extent(Extent extent, Len left, Len top, Len right, Len bottom)
{
	assert_int_equal(extent.left, left);
	assert_int_equal(extent.top, top);
	assert_int_equal(extent.right, right);
	assert_int_equal(extent.bottom, bottom);
}

static Shape line_of(const Segment *segments, int count, Len width)
{
	return (Shape){.segments = segments, .count = count, .stroke = &teal, .width = width};
}

static void a_line_is_as_broad_as_its_stroke_and_no_longer(void **state)
{
	(void)state;
	const Segment level[] = {{SEGMENT_MOVE, {1000}, {5000}}, {SEGMENT_LINE, {9000}, {5000}}};
	Shape line = line_of(level, 2, 600);
	assert_extent(extent_of_shape(&line), 1000, 4700, 9000, 5300);
	/* Along 3, 4, 5 the ends stick out by 4/5 and 3/5 of half the thickness. */
	const Segment slanting[] = {{SEGMENT_MOVE, {0}, {0}}, {SEGMENT_LINE, {3000}, {4000}}};
	line = line_of(slanting, 2, 1000);
	assert_extent(extent_of_shape(&line), -400, -300, 3400, 4300);
}

static void a_frame_reaches_half_its_stroke_beyond_its_path(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Shape *frame = rect_add(s, DRAW_SHAPE, 0, 1000, 2000, 10000, 20000);
	frame->fill = &paper;
	assert_extent(extent_of_shape(frame), 1000, 2000, 11000, 22000);
	frame->stroke = &teal;
	frame->width = 500;
	assert_extent(extent_of_shape(frame), 750, 1750, 11250, 22250);
	sample_close(s);
}

/* The controls of a curve lie further out than it comes. */
static void a_curve_is_measured_where_it_turns(void **state)
{
	(void)state;
	const Segment arch[] = {{SEGMENT_MOVE, {0}, {0}},
				{SEGMENT_CURVE, {0, 8000, 8000}, {-4000, -4000, 0}}};
	Shape shape = {.segments = arch, .count = 2, .fill = &teal};
	assert_extent(extent_of_shape(&shape), 0, -3000, 8000, 0);
	shape = line_of(arch, 2, 200);
	assert_extent(extent_of_shape(&shape), -100, -3100, 8100, 0);
}

static void words_take_the_room_between_ascender_and_descender(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Run *run = run_add(s, 0, 10000, 20000, 400, 10000, "98th of 100");
	Extent extent = extent_of_run(run);
	assert_extent(extent, 10000, 20000 - 10690, 10000 + run->width, 20000 + 2930);
	sample_close(s);
}

static void ranges_of_words_follow_each_other_without_gaps(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Run *run = run_add(s, 0, 10000, 20000, 400, 10000, "AVAVA fi 98");
	Len at = run->x;
	for (int i = 0; i < run->length; i++) {
		Extent extent = extent_of_range(run, i, i + 1);
		assert_int_equal(extent.left, at);
		assert_true(extent.right > at);
		at = extent.right;
	}
	assert_int_equal(at, run->x + run->width);
	sample_close(s);
}

/* Two characters of one glyph share its room, be it read from left to right or from right to left. */
static void characters_of_one_glyph_share_its_room(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Run *run = run_add(s, 0, 0, 20000, 400, 10000, "abc");
	const Glyph level[] = {{.id = 1, .cluster = 0, .advance = 1000},
			       {.id = 2, .cluster = 2, .advance = 600}};
	const Glyph backwards[] = {{.id = 2, .cluster = 2, .advance = 600},
				   {.id = 1, .cluster = 0, .advance = 1000}};
	run->glyph_count = 2;
	run->width = 16000;
	run->glyphs = level;
	assert_int_equal(extent_of_range(run, 0, 1).right, 5000);
	assert_int_equal(extent_of_range(run, 1, 3).left, 5000);
	assert_int_equal(extent_of_range(run, 1, 3).right, 16000);
	run->glyphs = backwards;
	assert_int_equal(extent_of_range(run, 0, 1).left, 11000);
	assert_int_equal(extent_of_range(run, 0, 1).right, 16000);
	assert_int_equal(extent_of_range(run, 1, 3).left, 0);
	assert_int_equal(extent_of_range(run, 1, 3).right, 11000);
	sample_close(s);
}

static const RecordFile baikal = {"baikal", "lakes/", ".xml"};

static const char *marks_of(Sample *s)
{
	Job job = sample_job;
	job.record = &baikal;
	return marks_write(s->arena, sample_page(s), &job);
}

static void assert_says(const char *marks, const char *words)
{
	if (strstr(marks, words) == NULL)
		fail_msg("the marks lack\n%s\nin\n%s", words, marks);
}

static void the_head_names_the_pdf_and_a_mark_takes_a_line(void **state)
{
	(void)state;
	Sample *s = sample_open();
	rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, 1000, 2000, 10000, 20500)->fill = &teal;
	rect_add(s, DRAW_SHAPE, 0, 1000, 2000, 10000, 20000)->fill = &teal;
	const char *marks = marks_of(s);
	assert_true(str_starts(
	    marks, "{\"format\":\"clusterpress-marks\",\"version\":1,\"edition\":\"2024\","
		   "\"record\":\"baikal\",\"language\":\"en\",\"pdf\":"
		   "\"010203FF000000000000000000000000\",\"names\":"
		   "\"E3B0C44298FC1C149AFBF4C8996FB924\",\"width\":595.276,\"height\":841.89,"
		   "\"bleed\":8.504,\"marks\":[\n"
		   "{\"kind\":\"shape\",\"tag\":null,\"role\":\"Artifact\",\"x\":1.0,\"y\":2.0,"
		   "\"width\":10.0,\"height\":20.5},\n"
		   "{\"kind\":\"shape\",\"tag\":0,\"role\":\"Document\",\"x\":1.0,"));
	assert_says(marks, "}\n]}\n");
	sample_close(s);
}

static void what_is_clipped_away_is_no_mark(void **state)
{
	(void)state;
	Sample *s = sample_open();
	rect_add(s, DRAW_CLIP, 0, 0, 0, 50000, 50000);
	rect_add(s, DRAW_CLIP, 0, 20000, 0, 50000, 50000);
	rect_add(s, DRAW_SHAPE, 0, 10000, 10000, 20000, 5000)->fill = &teal;
	rect_add(s, DRAW_SHAPE, 0, 60000, 10000, 1000, 1000)->fill = &paper;
	shape_add(s, DRAW_UNCLIP, 0, NULL, 0);
	shape_add(s, DRAW_UNCLIP, 0, NULL, 0);
	rect_add(s, DRAW_SHAPE, 0, 590000, 10000, 20000, 1000)->fill = &night;
	const char *marks = marks_of(s);
	assert_says(marks, "\"x\":20.0,\"y\":10.0,\"width\":10.0,\"height\":5.0}");
	assert_null(strstr(marks, "\"x\":60.0"));
	assert_says(marks, "\"x\":590.0,\"y\":10.0,\"width\":13.78,\"height\":1.0}");
	sample_close(s);
}

static void a_range_says_its_bytes_its_characters_and_its_datum(void **state)
{
	(void)state;
	Sample *s = sample_open();
	const Attr rank = {"rank", "98", {"kunming.xml", 7, 9}, {"kunming.xml", 7, 15}};
	const Node root = {.name = "lake", .space = "", .place = {"kunming.xml", 7, 1}};
	Origin origins[] = {{.start = 0, .end = 3, .layout = {"layout.xml", 4, 7}},
			    {.start = 3, .end = 7, .layout = {"layout.xml", 4, 9}}};
	origins[1].basis = basis_made(s->arena, basis_of(s->arena, &root, &rank), MADE_ROUNDED);
	Run *run = run_add(s, 0, 10000, 20000, 400, 10000, "É 98th");
	run->origins = origins;
	run->origin_count = 2;
	const char *marks = marks_of(s);
	assert_says(marks, "\"text\":\"É 98th\",\"size\":10.0,\"ranges\":[{\"bytes\":[0,3],"
			   "\"characters\":[0,2],");
	assert_says(marks, "\"at\":{\"file\":\"layout.xml\",\"line\":4,\"column\":7}},");
	assert_says(marks, "{\"bytes\":[3,7],\"characters\":[2,6],");
	assert_says(marks, "\"data\":[{\"file\":\"kunming.xml\",\"line\":7,\"column\":9,\"path\":"
			   "\"/lake/@rank\",\"value\":\"98\"}],\"made\":\"rounded\"}");
	sample_close(s);
}

static bool are_of(const char *text, const Job *job)
{
	Bytes bytes = {(const unsigned char *)text, strlen(text)};
	return marks_are_of(&bytes, job);
}

static void marks_know_their_pdf(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *marks = marks_of(s);
	const Node word = {.name = "name", .space = "", .place = {"names.xml", 7, 1}};
	const Node entry = {.name = "lake", .space = "", .first = &word};
	const Node names = {.name = "names", .space = "", .first = &entry};
	Job other = sample_job, moved = sample_job;
	other.digest.bytes[0]++;
	moved.names = &names;
	assert_true(are_of(marks, &sample_job));
	assert_false(are_of(marks, &other));
	assert_false(are_of(marks, &moved));
	assert_false(are_of(str_copy_n(s->arena, marks, strlen(marks) - 4), &sample_job));
	assert_false(are_of("", &sample_job));
	assert_false(are_of("[1]", &sample_job));
	assert_string_equal(marks_of(s), marks);
	sample_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_is_as_broad_as_its_stroke_and_no_longer),
	    cmocka_unit_test(a_frame_reaches_half_its_stroke_beyond_its_path),
	    cmocka_unit_test(a_curve_is_measured_where_it_turns),
	    cmocka_unit_test(words_take_the_room_between_ascender_and_descender),
	    cmocka_unit_test(ranges_of_words_follow_each_other_without_gaps),
	    cmocka_unit_test(characters_of_one_glyph_share_its_room),
	    cmocka_unit_test(the_head_names_the_pdf_and_a_mark_takes_a_line),
	    cmocka_unit_test(what_is_clipped_away_is_no_mark),
	    cmocka_unit_test(a_range_says_its_bytes_its_characters_and_its_datum),
	    cmocka_unit_test(marks_know_their_pdf),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
