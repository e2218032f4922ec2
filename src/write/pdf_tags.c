/* SPDX-License-Identifier: MIT */
#include "write/pdf_tags.h"

#include "write/pdf_heads.h"
#include "write/pdf_syntax.h"

typedef struct TagTree {
	PdfFile *file;
	const Page *page;
	const Marks *marks;
	PdfObject *root;
	PdfObject **elements;   /* one a tag */
	const CellHeads *heads; /* one a tag */
} TagTree;

Marks marks_new(Arena *a, const Page *page)
{
	return (Marks){page, list_new(a, sizeof(int)), list_new(a, sizeof(MarkedLink))};
}

void marks_link(Marks *marks, const Draw *draw)
{
	if (draw->tag < 0 || draw->tag >= marks->page->tag_count)
		die("a link belongs to tag %d, but the page has %d", draw->tag,
		    marks->page->tag_count);
	*(MarkedLink *)list_add(&marks->links) = (MarkedLink){draw, 0};
}

int marks_link_key(int link)
{
	return link + 1;
}

static const MarkedLink *link_at(const Marks *marks, int link)
{
	return list_at(&marks->links, link);
}

int marks_add(Marks *marks, int tag)
{
	if (tag < 0 || tag >= marks->page->tag_count)
		die("a draw belongs to tag %d, but the page has %d", tag, marks->page->tag_count);
	*(int *)list_add(&marks->tags) = tag;
	return marks->tags.count - 1;
}

static int mark_tag(const Marks *marks, int mark)
{
	return *(const int *)list_at(&marks->tags, mark);
}

/* What a tag holds: the tags below it in the order of reading, then its own marks. One kid stands alone, several
 * in brackets. */
typedef struct Kids {
	StrBuf text;
	int count;
	bool marks; /* some of them are, so that the tag must say on which page */
} Kids;

static void kid_add(Kids *kids, const char *format, int number)
{
	strbuf_add(&kids->text, kids->count++ ? " " : "");
	pdf_put(&kids->text, format, number);
}

static Kids kids_of(const TagTree *tree, int tag)
{
	Kids kids = {.text = {.arena = pdf_arena(tree->file)}};
	for (int i = tag + 1; i < tree->page->tag_count; i++)
		if (tree->page->tags[i].parent == tag)
			kid_add(&kids, "%d 0 R", tree->elements[i]->number);
	for (int i = 0; i < tree->marks->tags.count; i++)
		if (mark_tag(tree->marks, i) == tag) {
			kid_add(&kids, "%d", i);
			kids.marks = true;
		}
	for (int i = 0; i < tree->marks->links.count; i++)
		if (link_at(tree->marks, i)->draw->tag == tag) {
			kid_add(&kids, "<</Type/OBJR/Obj %d 0 R>>",
				link_at(tree->marks, i)->number);
			kids.marks = true;
		}
	return kids;
}

static void put_kids(StrBuf *out, const Kids *kids)
{
	if (kids->count > 0)
		pdf_put(out, kids->count == 1 ? "/K %s" : "/K[%s]", strbuf_text(&kids->text));
}

static void put_bounds(StrBuf *out, const Page *page, const TagBounds *bounds)
{
	strbuf_add(out, "<</O/Layout/Placement/Block/BBox");
	pdf_put_rectangle(out, page->height, bounds->x, bounds->y, bounds->width, bounds->height);
	strbuf_add(out, ">>");
}

/* Notes, and the heads that cells name, have names of their own (ISO 14289-1, 7.5 and 7.9). With as many digits for
 * all, their order by bytes, in which the tree of names has them, is that of the tags: heads before notes. */
static void put_name(StrBuf *out, const TagTree *tree, int tag)
{
	char digits[] = "000000000";
	for (int at = sizeof digits - 1, left = tag; left > 0; left /= 10)
		digits[--at] = (char)('0' + left % 10);
	pdf_put(out, tree->page->tags[tag].kind == TAG_NOTE ? "(note-%s)" : "(head-%s)", digits);
}

static bool has_name(const TagTree *tree, int tag)
{
	return tree->heads[tag].named || tree->page->tags[tag].kind == TAG_NOTE;
}

/* ISO 32000-1, 14.8.5.7: the attributes of cells. */
static void put_cell(StrBuf *out, const TagTree *tree, int index)
{
	const Tag *tag = &tree->page->tags[index];
	const CellHeads *heads = &tree->heads[index];
	strbuf_add(out, "<</O/Table");
	if (tag->scope != SCOPE_NONE)
		pdf_put(out, "/Scope/%s", tag->scope == SCOPE_ROW ? "Row" : "Column");
	if (tag->col_span > 1)
		pdf_put(out, "/ColSpan %d", tag->col_span);
	if (heads->count > 0) {
		strbuf_add(out, "/Headers[");
		for (int i = 0; i < heads->count; i++)
			put_name(out, tree, heads->tags[i]);
		strbuf_add(out, "]");
	}
	strbuf_add(out, ">>");
}

static void put_attributes(StrBuf *out, const TagTree *tree, int index)
{
	const Tag *tag = &tree->page->tags[index];
	bool bounded = tag->bounds.width != 0 || tag->bounds.height != 0;
	if (tag->numbering)
		pdf_put(out, "/A<</O/List/ListNumbering/%s>>", tag->numbering);
	bool cell = tag->scope != SCOPE_NONE || tag->col_span > 1 || tree->heads[index].count > 0;
	if (!bounded && !cell)
		return;
	strbuf_add(out, bounded && cell ? "/A[" : "/A");
	if (cell)
		put_cell(out, tree, index);
	if (bounded)
		put_bounds(out, tree->page, &tag->bounds);
	if (bounded && cell)
		strbuf_add(out, "]");
}

static void put_names(StrBuf *out, const TagTree *tree)
{
	const char *lead = "/IDTree<</Names[";
	for (int notes = 0; notes < 2; notes++)
		for (int i = 0; i < tree->page->tag_count; i++) {
			if (!has_name(tree, i) || (tree->page->tags[i].kind == TAG_NOTE) != notes)
				continue;
			strbuf_add(out, lead);
			put_name(out, tree, i);
			pdf_put(out, "%d 0 R", tree->elements[i]->number);
			lead = "";
		}
	if (*lead == '\0')
		strbuf_add(out, "]>>");
}

static void element_write(const TagTree *tree, int index)
{
	const Tag *tag = &tree->page->tags[index];
	const PdfObject *parent = tag->parent < 0 ? tree->root : tree->elements[tag->parent];
	const Kids kids = kids_of(tree, index);
	StrBuf *out = &tree->elements[index]->inside;
	/* The type may be left out (ISO 32000-1, table 323), and a page has many of these. */
	pdf_put(out, "/S/%s/P %d 0 R", tag_name(tag->kind), parent->number);
	if (kids.marks)
		pdf_put(out, "/Pg %d 0 R", pdf_page_number(tree->file));
	if (tag->alt != NULL) {
		strbuf_add(out, "/Alt");
		pdf_put_text(out, tag->alt);
	}
	if (has_name(tree, index)) {
		strbuf_add(out, "/ID");
		put_name(out, tree, index);
	}
	put_attributes(out, tree, index);
	put_kids(out, &kids);
}

static PdfObject *parent_tree_write(const TagTree *tree)
{
	PdfObject *object = pdf_object(tree->file);
	strbuf_add(&object->inside, "/Nums[0[");
	for (int i = 0; i < tree->marks->tags.count; i++)
		pdf_put(&object->inside, "%d 0 R ",
			tree->elements[mark_tag(tree->marks, i)]->number);
	strbuf_add(&object->inside, "]");
	for (int i = 0; i < tree->marks->links.count; i++)
		pdf_put(&object->inside, "%d %d 0 R ", marks_link_key(i),
			tree->elements[link_at(tree->marks, i)->draw->tag]->number);
	strbuf_add(&object->inside, "]");
	return object;
}

static TagTree tree_new(PdfFile *file, const Marks *marks)
{
	const Page *page = marks->page;
	TagTree tree = {
	    file, page, marks, pdf_object(file), NULL, heads_find(pdf_arena(file), page)};
	tree.elements = ARENA_ARRAY(pdf_arena(file), page->tag_count, PdfObject *);
	for (int i = 0; i < page->tag_count; i++) {
		if (page->tags[i].parent >= i)
			die("tag %d stands before its parent", i);
		tree.elements[i] = pdf_object(file);
	}
	return tree;
}

void tags_write(PdfFile *file, const Marks *marks)
{
	if (marks->page->tag_count == 0)
		return;
	TagTree tree = tree_new(file, marks);
	for (int i = 0; i < tree.page->tag_count; i++)
		element_write(&tree, i);
	pdf_put(&tree.root->inside,
		"/Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d",
		tree.elements[0]->number, parent_tree_write(&tree)->number,
		marks_link_key(marks->links.count));
	put_names(&tree.root->inside, &tree);
	pdf_put(pdf_catalog(file), "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R",
		tree.root->number);
	strbuf_add(pdf_page(file), "/StructParents 0/Tabs/S");
}
