/* SPDX-License-Identifier: MIT */
/* Each value of a record is changed in turn: the page changes there, and only there. */
#include "base/list.h"
#include "base/str.h"
#include "fill/fill.h"
#include "read/edition.h"
#include "read/fonts.h"
#include "read/layout.h"
#include "read/names.h"
#include "read/record.h"
#include "set/set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Bench {
	Arena *arena;
	const Edition *edition;
	const Layout *layout;
	const Record *record;
	const Names *names;
	Locale *locale;
	Fonts *fonts;
	Diags *diags;
} Bench;

static void tell_all(const Diags *diags)
{
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *d = diags_at(diags, i);
		fprintf(stderr, "%s:%d:%d: %s\n", d->place.file ? d->place.file : "-",
			d->place.line, d->place.column, d->message);
	}
}

static int bench_open(void **state)
{
	Arena *a = arena_new();
	Bench *b = ARENA_NEW(a, Bench);
	b->arena = a;
	b->diags = diags_new(a);
	b->edition = edition_read(a, &(Source){.path = "tests/model/2024/edition.xml"}, b->diags);
	b->layout = layout_read(a, &(Source){.path = "layouts/profile.xml"}, b->diags);
	b->names = names_read(a, &(Source){.path = "tests/values/names.xml"}, NULL, NULL, b->diags);
	Source data = {.path = "tests/model/2024/clusters/kunming.xml"};
	b->record = record_read(a, &data, NULL, NULL, b->diags);
	const FontList *list = fonts_read(a, &(Source){.path = "fonts/fonts.xml"}, b->diags);
	tell_all(b->diags);
	assert_int_equal(diags_errors(b->diags), 0);
	b->fonts = fonts_open(a, list);
	b->locale = locale_open(a, "en", layout_locale(b->layout, "en"));
	*state = b;
	return 0;
}

static int bench_close(void **state)
{
	Bench *b = *state;
	locale_close(b->locale);
	fonts_close(b->fonts);
	arena_free(b->arena);
	return 0;
}

/* A copy of a tree in which one value, counted in the order of the file, reads differently. */
typedef struct Change {
	Arena *arena;
	int target, next;  /* the value to be changed; the number of the next one */
	const char *was;   /* what was changed … */
	const char *where; /* … and its path */
} Change;

static bool is_value(const Node *node)
{
	return node->kind == NODE_TEXT && node->text[strspn(node->text, " \t\r\n")] != '\0';
}

/* One less for a number, so that nothing leaves its range; other letters for words. */
static const char *altered(Arena *a, const char *text)
{
	Decimal number;
	if (str_equal(text, "CN"))
		return "BR";
	if (!decimal_read(text, &number))
		return str_format(a, "%sx", text);
	if (strchr(text, '.'))
		return str_format(a, "%s1", text);
	return str_format(a, "%d", (int)(number / DECIMAL_ONE) - 1);
}

static const char *changed(Change *c, const char *value, const char *path)
{
	if (c->next++ != c->target)
		return value;
	c->was = value;
	c->where = path;
	return altered(c->arena, value);
}

/* "applicant[2]" where there are several of that name, else "applicant". */
static const char *step_of(Arena *a, const Node *node)
{
	int number = 0, all = 0;
	for (const Node *kin = node->parent->first; kin; kin = kin->next) {
		if (kin->kind != NODE_ELEMENT || !str_equal(kin->name, node->name))
			continue;
		all++;
		if (kin == node)
			number = all;
	}
	return all > 1 ? str_format(a, "%s[%d]", node->name, number) : node->name;
}

static const Node *copy_changed(Change *c, const Node *node, const Node *parent, const char *path)
{
	Node *copy = ARENA_NEW(c->arena, Node);
	Attr *attrs = ARENA_ARRAY(c->arena, node->attr_count, Attr);
	*copy = *node;
	copy->parent = parent;
	copy->next = NULL;
	for (int i = 0; i < node->attr_count; i++) {
		attrs[i] = node->attrs[i];
		const char *where =
		    str_format(c->arena, "%s%s@%s", path, *path ? "/" : "", attrs[i].name);
		if (!str_starts(attrs[i].name, "xml:"))
			attrs[i].value = changed(c, attrs[i].value, where);
	}
	copy->attrs = attrs;
	if (is_value(node))
		copy->text = changed(c, node->text, path);
	Node *last = NULL;
	for (const Node *kid = node->first; kid; kid = kid->next) {
		const char *step = kid->kind == NODE_ELEMENT ? step_of(c->arena, kid) : "";
		const char *below =
		    str_format(c->arena, "%s%s%s", path, *path && *step ? "/" : "", step);
		Node *mine = (Node *)(uintptr_t)copy_changed(c, kid, copy, below);
		if (last)
			last->next = mine;
		else
			copy->first = mine;
		last = mine;
	}
	return copy;
}

/* What a page says of one datum: its words wherever they stand, and its marks. */
typedef struct Statement {
	const char *path; /* NULL: the layout's own words */
	StrBuf words, marks;
} Statement;

static Statement *statement_about(Arena *a, List *all, const char *path)
{
	for (int i = 0; i < all->count; i++) {
		Statement *one = list_at(all, i);
		if (str_equal(one->path, path))
			return one;
	}
	Statement *one = list_add(all);
	*one = (Statement){.path = path, .words = {.arena = a}, .marks = {.arena = a}};
	return one;
}

/* White space depends on where lines end, so it is left out. */
static void add_words(StrBuf *words, const char *text, int length)
{
	for (int i = 0; i < length; i++) {
		if (!str_is_space(text[i]))
			strbuf_add_n(words, &text[i], 1);
	}
}

static void add_mark(StrBuf *marks, const Shape *shape)
{
	const Segment *first = &shape->segments[0], *last = &shape->segments[shape->count - 1];
	const Segment *corner = shape->count > 2 ? &shape->segments[2] : last;
	strbuf_format(marks, "%d,%d;", corner->x[0] - first->x[0], first->x[0]);
	strbuf_format(marks, "%d,%d;", last->x[2], last->y[2] - first->y[0]);
}

static List statements(Arena *a, const Page *page)
{
	List all = list_new(a, sizeof(Statement));
	for (int i = 0; i < page->draw_count; i++) {
		const Draw *draw = &page->draws[i];
		if (draw->kind == DRAW_SHAPE && draw->shape.origin.path)
			add_mark(&statement_about(a, &all, draw->shape.origin.path)->marks,
				 &draw->shape);
		for (int o = 0; draw->kind == DRAW_RUN && o < draw->run.origin_count; o++) {
			const Origin *origin = &draw->run.origins[o];
			add_words(&statement_about(a, &all, origin->path)->words,
				  draw->run.text + origin->start, origin->end - origin->start);
		}
	}
	return all;
}

static const Page *page_of(Bench *b, Arena *a, const Node *root, const Node *header)
{
	Edition edition = *b->edition;
	Record record = *b->record;
	record.root = root;
	edition.root = header;
	Saying saying = {&edition, b->layout, b->names, b->locale, NULL};
	Diags *diags = diags_new(a);
	const Page *page =
	    set_page(a, fill(a, &saying, &record, diags), b->fonts, NULL, NULL, diags);
	tell_all(diags);
	assert_non_null(page);
	return page;
}

/* Both pages say the same of everything but `path`. */
static void assert_only(Arena *a, const Page *before, const Page *after, const char *path,
			bool *words, bool *marks)
{
	List was = statements(a, before), is = statements(a, after);
	assert_int_equal(was.count, is.count);
	for (int i = 0; i < was.count; i++) {
		const Statement *one = list_at(&was, i),
				*other = statement_about(a, &is, one->path);
		bool same = str_equal(strbuf_text(&one->words), strbuf_text(&other->words));
		bool still = str_equal(strbuf_text(&one->marks), strbuf_text(&other->marks));
		if (str_equal(one->path, path)) {
			*words = !same;
			*marks = !still;
		} else if (!same) {
			fail_msg("%s was changed, and %s reads differently", path,
				 one->path ? one->path : "the layout");
		} else if (!still && !strstr(path, "share") && !strstr(path, "edition/@size")) {
			fail_msg("%s was changed, and the mark of %s too", path, one->path);
		}
	}
}

static bool is_one_of(const char *path, const char *const *paths)
{
	for (; *paths; paths++) {
		if (str_equal(path, *paths))
			return true;
	}
	return false;
}

/* Facts of the record that this layout does not print. */
static const char *const unprinted[] = {"@id",
					"@source",
					"name[2]",
					"position/@lat",
					"position/@lon",
					"position/@source",
					"patents/applicant[2]/@kind",
					NULL};

static const char *const marked[] = {"ranks/@size",
				     "ranks/@intensity",
				     "patents/@collaboration",
				     "articles/@collaboration",
				     "patents/applicant[2]/@share",
				     "patents/applicant[3]/@share",
				     "articles/organization[1]/@share",
				     "articles/organization[2]/@share",
				     "articles/organization[3]/@share",
				     NULL};

static void each_value_of_the_record_changes_its_own_place_and_no_other(void **state)
{
	Bench *b = *state;
	const Page *before = page_of(b, b->arena, b->record->root, b->edition->root);
	int tried = 0;
	for (int target = 0;; target++) {
		Arena *a = arena_new();
		Change c = {.arena = a, .target = target};
		const Node *root = copy_changed(&c, b->record->root, NULL, "");
		if (!c.where) {
			arena_free(a);
			break;
		}
		bool words = false, marks = false;
		assert_only(a, before, page_of(b, a, root, b->edition->root), c.where, &words,
			    &marks);
		if (words == is_one_of(c.where, unprinted))
			fail_msg("%s: the words of the page %s", c.where,
				 words ? "changed" : "stayed");
		if (!marks && is_one_of(c.where, marked))
			fail_msg("%s: the mark stayed", c.where);
		tried++;
		arena_free(a);
	}
	assert_int_equal(tried, 41);
}

static void each_value_of_the_header_that_is_printed_changes_its_own_place(void **state)
{
	static const char *const printed[] = {"edition/@year", "edition/@size", "edition/title",
					      "edition/subject", NULL};
	Bench *b = *state;
	const Page *before = page_of(b, b->arena, b->record->root, b->edition->root);
	int found = 0;
	for (int target = 0;; target++) {
		Arena *a = arena_new();
		Change c = {.arena = a, .target = target};
		const Node *header = copy_changed(&c, b->edition->root, NULL, "edition");
		bool words = false, marks = false, more = c.where != NULL;
		if (more && !str_equal(c.where, "edition/@size")) {
			assert_only(a, before, page_of(b, a, b->record->root, header), c.where,
				    &words, &marks);
			assert_int_equal(words, is_one_of(c.where, printed));
			found += words;
		}
		arena_free(a);
		if (!more)
			break;
	}
	assert_int_equal(found, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		each_value_of_the_record_changes_its_own_place_and_no_other, bench_open,
		bench_close),
	    cmocka_unit_test_setup_teardown(
		each_value_of_the_header_that_is_printed_changes_its_own_place, bench_open,
		bench_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
