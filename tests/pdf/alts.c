/* SPDX-License-Identifier: MIT */
/*
 * Alternative texts are true. Each is taken out of the PDF, as a screen reader would, and every number in it is read back
 * and held against the record: all figures are told, each behind its label, and nothing is told that is not in the data.
 */
#include "pdf/samples.h"

#include "pdf/alts_look.h"
#include "pdf/pdf_text.h"
#include "pdf/pdf_tree.h"

enum { KINDS_MOST = 64 };

typedef struct Tally {
	Arena *a;
	int pages, numbers, faults;
	/* Of each kind of figure, as its common text is called: how many were looked at. */
	const char *kinds[KINDS_MOST];
	int counts[KINDS_MOST];
	int kind_count;
	int spoil; /* the digit with that number, over all texts, is changed before it is looked at; 0: none */
	int digits;
} Tally;

static int *tally_kind(Tally *t, const char *name)
{
	int i = 0;
	while (i < t->kind_count && !str_equal(t->kinds[i], name))
		i++;
	assert_true(i < KINDS_MOST);
	if (i == t->kind_count)
		t->kinds[t->kind_count++] = str_copy(t->a, name);
	return &t->counts[i];
}

/* One figure with its text. */
typedef struct Figure {
	const Expected *expected;
	const List *course; /* of a sparkline */
	const char *alt;
	const char *where;
} Figure;

/* Changes the digit that is to be spoilt, where it stands in this text. */
static const char *spoilt(Tally *t, Arena *a, const char *alt)
{
	char *copy = str_copy(a, alt);
	for (char *s = copy; *s; s++)
		if (isdigit((unsigned char)*s) && ++t->digits == t->spoil)
			*s = *s == '9' ? '1' : (char)(*s + 1);
	return copy;
}

/* What kind of figure it is: that of its common text, but for pictures, which have words of their own. */
static const char *figure_kind(const Figure *figure)
{
	const Element *element = figure->expected->element;
	bool empty = element->chart && figure->expected->labels.count == 0;
	return figure->course ? "sparkline" : empty ? "placeholder" : element->name;
}

/* Degrees have no sign: a word says which way they count. Why there are none may be said with any number. */
static void place_look(AltLook *l, const List *values, const char *alt)
{
	List degrees = list_new(l->a, sizeof(double));
	for (int i = 0; i < values->count && !isnan(number_in(values, i)); i++)
		*(double *)list_add(&degrees) = fabs(number_in(values, i));
	if (degrees.count > 0)
		look_numbers(l, alt, &degrees, NULL, 0);
}

static void figure_look(Tally *t, AltLook *l, const Figure *figure)
{
	const Element *element = figure->expected->element;
	const char *alt = figure->alt ? spoilt(t, l->a, figure->alt) : NULL;
	const double ladder[] = {1, figure->expected->other};
	++*tally_kind(t, figure_kind(figure));
	if (!alt || !*alt)
		alt_fault(l, "it has no alternative text");
	else if (element->alt)
		return; /* its own words, which say what they like */
	else if (figure->course)
		look_course_alt(l, figure->course, alt);
	else if (element->chart && figure->expected->labels.count > 0)
		look_chart_alt(l, figure->expected, alt);
	else if (element->locator)
		place_look(l, &figure->expected->values, alt);
	else if (element->icons && isnan(number_in(&figure->expected->values, 0)))
		return; /* why there is none may be said with any number */
	else if (element->icons)
		look_numbers(l, alt, &figure->expected->values, &figure->expected->other, 1);
	else if (element->chart)
		behind_title(l, alt, figure->expected->title);
	else
		look_numbers(l, alt, &figure->expected->values, ladder, element->ladder ? 2 : 0);
}

static void figure_add(Tally *t, const Shelf *shelf, const Signs *signs, const Figure *figure)
{
	Arena *a = arena_new();
	AltLook look = {.a = a, .where = figure->where, .signs = signs};
	const ChartSpec *chart = figure->expected->element->chart;
	look.rounded =
	    shelf->layout->round_count > 0 || (chart && chart->figure->format == FORMAT_SHARE);
	figure_look(t, &look, figure);
	t->numbers += look.numbers;
	t->faults += look.why != NULL;
	if (look.why && !t->spoil)
		print_error("%s, line %d of the layout: %s\n    %s\n", figure->where,
			    figure->expected->element->place.line, look.why,
			    figure->alt ? figure->alt : "");
	arena_free(a);
}

static const char *knot_alt(Arena *a, const Pdf *pdf, const Knot *knot)
{
	return pdf_text(a, pdf_follow(pdf, knot->alt));
}

static void cell_look(Tally *t, const Shelf *shelf, const Signs *signs, const Pdf *pdf,
		      const Knot *cell, Figure figure)
{
	List figures = list_new(pdf->a, sizeof(const Knot *));
	tree_figures(cell, &figures);
	if (figures.count != (figure.course->count > 0)) {
		print_error("%s: %d figures in a cell\n", figure.where, figures.count);
		t->faults++;
		return;
	}
	if (figures.count == 0)
		return;
	figure.alt = knot_alt(pdf->a, pdf, *(const Knot **)list_at(&figures, 0));
	figure_add(t, shelf, signs, &figure);
}

static void table_look(Tally *t, const Shelf *shelf, const Signs *signs, const Pdf *pdf,
		       const Knot *knot, const Expected *table, const char *where)
{
	List rows = table_rows(pdf->a, knot, table->columns);
	for (int i = 0; i < table->cells.count; i++) {
		const Cells *cells = list_at(&table->cells, i);
		bool own = cells->column->spark && cells->column->spark->alt;
		for (int r = 0; !own && r < rows.count && r < cells->courses.count; r++) {
			const Knot *row = *(const Knot **)list_at(&rows, r);
			Figure figure = {table, list_at(&cells->courses, r), NULL, where};
			cell_look(t, shelf, signs, pdf, knot_at(&row->kids, cells->index), figure);
		}
	}
}

/* The language that the page is in. */
static const char *pdf_language(Arena *a, const Pdf *pdf)
{
	const Object *catalog = pdf_of_type(pdf, "Catalog");
	const char *language = catalog ? pdf_text(a, value_at(&catalog->value, "Lang")) : NULL;
	return language ? language : "";
}

static void page_look(void *who, const Shelf *shelf, const RecordFile *record, const char *edition,
		      const char *path)
{
	Tally *t = who;
	Arena *a = arena_new();
	size_t length;
	const char *bytes = pdf_unpacked(a, path, &length);
	if (!bytes)
		fail_msg("qpdf cannot read %s", path);
	Pdf pdf = pdf_read(a, bytes, length);
	const Signs *signs = alt_signs_find(pdf_language(a, &pdf));
	if (!signs)
		fail_msg("%s: how are numbers written in \"%s\"?", path, pdf_language(a, &pdf));
	const Tongue *tongue = shelf_tongue(shelf, pdf_language(a, &pdf), diags_new(a));
	assert_true(tongue && tongue->layout);
	List expected = page_expected(a, tongue->layout, record_path(a, record), edition);
	Knot root = tree_read(&pdf);
	List knots = list_new(a, sizeof(const Knot *));
	tree_figures(&root, &knots);
	if (knots.count != expected.count)
		fail_msg("%s: %d figures instead of %d", path, knots.count, expected.count);
	for (int i = 0; i < knots.count; i++) {
		const Expected *one = list_at(&expected, i);
		const Knot *knot = *(const Knot **)list_at(&knots, i);
		Figure figure = {one, NULL, knot_alt(a, &pdf, knot), path};
		if (one->element->table)
			table_look(t, shelf, signs, &pdf, knot, one, path);
		else
			figure_add(t, shelf, signs, &figure);
	}
	t->pages++;
	arena_free(a);
}

static void qpdf_or_skip(void)
{
	if (is_installed("qpdf"))
		return;
	print_message("qpdf is not installed\n");
	skip();
}

static void tally_print(const Tally *t)
{
	print_message("# %d pages, %d numbers", t->pages, t->numbers);
	for (int i = 0; i < t->kind_count; i++)
		print_message(", %d %s", t->counts[i], t->kinds[i]);
	print_message("\n");
}

/* Every figure of the language that layouts/common.xml has a text for must have been seen. */
static void kinds_judge(Tally *t)
{
	static const char ending[] = "-alt\"";
	Diags *diags = diags_new(t->a);
	Source source = {.path = "layouts/common.xml"};
	const char *at = (const char *)file_read(t->a, &source, 1 << 20, diags).at;
	Source schema = {.path = "layouts/layout.rng"};
	const char *language = (const char *)file_read(t->a, &schema, 1 << 20, diags).at;
	int texts = 0;
	for (const char *id; (id = strstr(at, "<text id=\"")); at = id + 1) {
		id += strlen("<text id=\"");
		size_t length = strcspn(id, "\"") - strlen("-alt");
		if (strncmp(id + length, ending, strlen(ending)) != 0)
			continue;
		const char *name = str_copy_n(t->a, id, length);
		bool is_there =
		    strstr(language, str_format(t->a, "<element name=\"%s\"", name)) != NULL;
		if (is_there && *tally_kind(t, name) == 0)
			fail_msg("no %s was looked at", name);
		texts++;
	}
	assert_true(texts > 0);
}

static void every_number_of_every_alternative_text_is_in_the_data(void **state)
{
	(void)state;
	qpdf_or_skip();
	Arena *a = arena_new();
	Tally t = {.a = a};
	samples_look(&(Samples){a, "tests/alts", page_look, &t, NULL});
	tally_print(&t);
	kinds_judge(&t);
	assert_true(t.numbers > 0);
	assert_int_equal(t.faults, 0);
	arena_free(a);
}

/* A page in French, of hard cases: see its record. */
static void numbers_are_read_as_their_language_writes_them(void **state)
{
	(void)state;
	qpdf_or_skip();
	Arena *a = arena_new();
	Tally t = {.a = a};
	samples_edition(&(Samples){a, "tests/alts", page_look, &t, NULL},
			"tests/pdf/alts/edition.xml", NULL, NULL);
	print_message("# %d numbers of a page in French\n", t.numbers);
	assert_int_equal(t.pages, 1);
	assert_true(t.numbers > 30);
	assert_int_equal(t.faults, 0);
	arena_free(a);
}

/* Each digit of a page's texts in turn is another one. */
static void page_spoil(void *who, const Shelf *shelf, const RecordFile *record, const char *edition,
		       const char *path)
{
	Tally *all = who, whole = {.a = all->a};
	page_look(&whole, shelf, record, edition, path);
	assert_int_equal(whole.faults, 0);
	for (int i = 1; i <= whole.digits; i++) {
		Tally t = {.a = all->a, .spoil = i};
		page_look(&t, shelf, record, edition, path);
		if (t.faults != 1)
			fail_msg("%s: digit %d was changed: %d faults", path, i, t.faults);
	}
	all->digits += whole.digits;
}

static void a_digit_that_is_wrong_is_told(void **state)
{
	(void)state;
	qpdf_or_skip();
	Arena *a = arena_new();
	Tally t = {.a = a};
	const Samples samples = {a, "tests/alts/spoilt", page_spoil, &t, NULL};
	samples_edition(&samples, "data/2024/edition.xml", NULL, "sao-paulo");
	samples_edition(&samples, "data/gallery/edition.xml", NULL, "every-kind");
	print_message("# %d digits were changed, and each was told\n", t.digits);
	assert_true(t.digits > 100);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_number_of_every_alternative_text_is_in_the_data),
	    cmocka_unit_test(numbers_are_read_as_their_language_writes_them),
	    cmocka_unit_test(a_digit_that_is_wrong_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
