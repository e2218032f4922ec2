/* SPDX-License-Identifier: MIT */
/*
 * The words of every page that is shipped: no two lie over each other, and those of a
 * chart stay inside it. The pages are those whose marks are measured by marks.c, which also tells
 * a number in a content stream that is none or lies far off the page.
 */
#include "pdf/samples.h"

#include "fuzz/judge_labels.h"
#include "run/profile.h"

typedef struct LabelTally {
	int pages, figures, labels, faults;
} LabelTally;

static void labels_count(LabelTally *t, const Page *page)
{
	t->pages++;
	for (int i = 0; i < page->tag_count; i++)
		t->figures += page->tags[i].kind == TAG_FIGURE;
	for (int i = 0; i < page->draw_count; i++)
		t->labels += page->draws[i].kind == DRAW_RUN && figure_of(page, &page->draws[i]);
}

static const char *language_of(Arena *a, const char *pdf)
{
	const char *folder = strrchr(pdf, '/'), *begin = folder;
	while (begin[-1] != '/')
		begin--;
	return str_copy_n(a, begin, (size_t)(folder - begin));
}

static void page_look(void *who, const Shelf *shelf, const RecordFile *file, const char *edition,
		      const char *pdf)
{
	(void)edition;
	LabelTally *t = who;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const Record *record = profile_record(a, file, shelf, diags);
	const Page *page = profile_page(a, record, language_of(a, pdf), shelf, &(Watch){0}, diags);
	if (!page)
		fail_msg("%s: %s", record_path(a, file), diags_at(diags, 0)->message);
	bool stacks = strstr(pdf, "/stack-") != NULL; /* words over words are what it shows */
	const char *fault = stacks ? judge_labels_inside(a, page) : judge_labels(a, page);
	if (fault)
		print_error("%s: %s\n", pdf, fault);
	t->faults += fault != NULL;
	labels_count(t, page);
	arena_free(a);
}

static void no_label_lies_over_another_or_leaves_its_chart(void **state)
{
	(void)state;
	Arena *a = arena_new();
	LabelTally t = {0};
	samples_look(&(Samples){a, "tests/labels", page_look, &t, NULL});
	print_message("# %d pages, %d figures, %d labels in them\n", t.pages, t.figures, t.labels);
	assert_true(t.pages > 0 && t.labels > 0);
	assert_int_equal(t.faults, 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_label_lies_over_another_or_leaves_its_chart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
