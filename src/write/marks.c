/* SPDX-License-Identifier: MIT */
#include "write/marks.h"

#include "base/list.h"
#include "base/str.h"
#include "write/extent.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A new meaning of what was there is a new version; what is added is not. */
enum { VERSION = 1, IDENTIFIER = 16, REAL_DIGITS = 9 };

static const char format[] = "clusterpress-marks";

typedef struct Marking {
	Arena *a;
	const Job *job;
	StrBuf out;
	List clips; /* of Extent: what may be seen, the innermost last */
} Marking;

/* Values */

static void put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		die("marks cannot be written as JSON");
}

static void put_text(Marking *m, json_t *object, const char *key, const char *text)
{
	put(object, key, json_string(str_clean(m->a, text ? text : "")));
}

static void put_length(json_t *object, const char *key, Len length)
{
	put(object, key, json_real(length / 1000.0));
}

static void put_extent(json_t *object, const Extent *extent)
{
	put_length(object, "x", extent->left);
	put_length(object, "y", extent->top);
	put_length(object, "width", extent->right - extent->left);
	put_length(object, "height", extent->bottom - extent->top);
}

static void put_pair(json_t *object, const char *key, int from, int to)
{
	put(object, key, json_pack("[i,i]", from, to));
}

/* As the PDF names it, wherever the folder is. One that is beyond it is called as the editor does. */
static const char *file_name(Arena *a, const Job *job, const char *file)
{
	const char *path = job->folder ? file_absolute(a, file) : file;
	bool inside = job->folder && str_starts(path, job->folder);
	return inside ? path + strlen(job->folder) : file;
}

static json_t *place_object(Marking *m, Place place)
{
	json_t *object = json_object();
	put_text(m, object, "file", file_name(m->a, m->job, place.file));
	put(object, "line", json_integer(place.line));
	put(object, "column", json_integer(place.column));
	return object;
}

static void put_place(Marking *m, json_t *object, const char *key, Place place)
{
	if (place.file)
		put(object, key, place_object(m, place));
}

static json_t *fact_object(Marking *m, const Fact *fact)
{
	json_t *object = place_object(m, fact_place(fact));
	put_text(m, object, "path", fact_path(m->a, fact));
	put_text(m, object, "value", fact_value(m->a, fact));
	return object;
}

static json_t *word_object(Marking *m, const Node *word)
{
	json_t *object = place_object(m, node_text_place(word));
	put_text(m, object, "path", word_path(m->a, word));
	put_text(m, object, "value", node_text(m->a, word));
	return object;
}

static void put_origin(Marking *m, json_t *object, const Origin *origin)
{
	const Basis *basis = origin->basis;
	put_place(m, object, "at", origin->layout);
	if (!basis)
		return;
	json_t *data = json_array();
	for (int i = 0; i < basis->count; i++)
		json_array_append_new(data, fact_object(m, &basis->facts[i]));
	put(object, "data", data);
	if (making_name(basis->making))
		put_text(m, object, "made", making_name(basis->making));
	if (basis->making == MADE_COUNT)
		put(object, "counted", json_integer(basis->all));
	if (basis->word)
		put(object, "word", word_object(m, basis->word));
}

/* Marks */

static const Extent *seen(const Marking *m)
{
	return list_at(&m->clips, m->clips.count - 1);
}

static json_t *mark_object(Marking *m, const Page *page, const Draw *draw, const char *kind,
			   const Extent *extent)
{
	json_t *mark = json_object();
	put_text(m, mark, "kind", kind);
	put(mark, "tag", draw->tag >= 0 ? json_integer(draw->tag) : json_null());
	put_text(m, mark, "role",
		 draw->tag >= 0 ? tag_name(page->tags[draw->tag].kind) : "Artifact");
	put_extent(mark, extent);
	put_place(m, mark, "layout", draw->layout);
	return mark;
}

static int characters_before(const char *text, int end)
{
	int count = 0;
	for (int i = 0; i < end; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

static void put_ranges(Marking *m, json_t *mark, const Run *run)
{
	json_t *ranges = json_array();
	for (int i = 0; i < run->origin_count; i++) {
		const Origin *origin = &run->origins[i];
		Extent extent = extent_of_range(run, origin->start, origin->end);
		extent = extent_clip(extent, seen(m));
		if (extent_is_empty(&extent))
			continue;
		json_t *range = json_object();
		put_pair(range, "bytes", origin->start, origin->end);
		put_pair(range, "characters", characters_before(run->text, origin->start),
			 characters_before(run->text, origin->end));
		put_extent(range, &extent);
		put_origin(m, range, origin);
		json_array_append_new(ranges, range);
	}
	put(mark, "ranges", ranges);
}

static void put_run(Marking *m, json_t *mark, const Run *run)
{
	put_text(m, mark, "text", str_copy_n(m->a, run->text, (size_t)run->length));
	put_length(mark, "size", run->size);
	put_ranges(m, mark, run);
}

static Extent extent_of(const Draw *draw)
{
	const Picture *picture = &draw->picture;
	const Link *link = &draw->link;
	switch (draw->kind) {
	case DRAW_RUN:
		return extent_of_run(&draw->run);
	case DRAW_IMAGE:
		return extent_of_bounds(
		    &(TagBounds){picture->x, picture->y, picture->width, picture->height});
	case DRAW_LINK:
		return extent_of_bounds(&(TagBounds){link->x, link->y, link->width, link->height});
	case DRAW_SHAPE:
	case DRAW_CLIP:
	case DRAW_UNCLIP:
		break;
	}
	return extent_of_shape(&draw->shape);
}

static void mark_line(Marking *m, json_t *mark)
{
	char *text = json_dumps(mark, JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS));
	json_decref(mark);
	if (!text)
		die("marks cannot be written as JSON");
	strbuf_add(&m->out, text);
	free(text);
}

/* One thing that is painted; nothing where nothing of it is seen. */
static void mark_write(Marking *m, const Page *page, const Draw *draw)
{
	static const char *const kinds[] = {[DRAW_RUN] = "run",
					    [DRAW_SHAPE] = "shape",
					    [DRAW_IMAGE] = "image",
					    [DRAW_LINK] = "link"};
	Extent extent = extent_clip(extent_of(draw), seen(m));
	if (extent_is_empty(&extent))
		return;
	json_t *mark = mark_object(m, page, draw, kinds[draw->kind], &extent);
	if (draw->kind == DRAW_RUN)
		put_run(m, mark, &draw->run);
	if (draw->kind == DRAW_SHAPE)
		put_origin(m, mark, &draw->shape.origin);
	if (draw->kind == DRAW_IMAGE)
		put_text(m, mark, "image", file_name(m->a, m->job, draw->picture.image->file));
	if (draw->kind == DRAW_LINK) {
		put_text(m, mark, "to", draw->link.to->address);
		put_origin(m, mark, &draw->link.to->origin);
	}
	bool first = m->out.text[m->out.length - 1] == '[';
	strbuf_add(&m->out, first ? "\n" : ",\n");
	mark_line(m, mark);
}

static void draw_write(Marking *m, const Page *page, const Draw *draw)
{
	if (draw->kind == DRAW_CLIP) {
		Extent clip = extent_clip(extent_of(draw), seen(m));
		*(Extent *)list_add(&m->clips) = clip;
	} else if (draw->kind == DRAW_UNCLIP) {
		m->clips.count--;
	} else {
		mark_write(m, page, draw);
	}
}

static const char *identifier_text(Arena *a, const Digest *digest)
{
	StrBuf text = {.arena = a};
	for (int i = 0; i < IDENTIFIER; i++)
		strbuf_format(&text, "%02X", digest->bytes[i]);
	return strbuf_text(&text);
}

/* Of where the names stand that the record mentions: an identifier does not depend on that. */
static const char *names_stamp(Arena *a, const Job *job)
{
	Digesting *d = digest_begin(a);
	for (const Node *entry = job->names ? job->names->first : NULL; entry; entry = entry->next)
		for (const Node *word = entry->first; word; word = word->next) {
			Place place = node_text_place(word);
			digest_add_text(d, file_name(a, job, place.file));
			digest_add_text(d, str_format(a, "%d:%d", place.line, place.column));
		}
	Digest digest = digest_end(d);
	return identifier_text(a, &digest);
}

/* The line of the page; its end waits for the marks. */
static void head_write(Marking *m, const Page *page, const Job *job)
{
	json_t *head = json_object();
	put_text(m, head, "format", format);
	put(head, "version", json_integer(VERSION));
	put_text(m, head, "edition", job->edition->id);
	put_text(m, head, "record", job->record->id);
	put_text(m, head, "language", page->language);
	put_text(m, head, "pdf", identifier_text(m->a, &job->digest));
	put_text(m, head, "names", names_stamp(m->a, job));
	put_length(head, "width", page->width);
	put_length(head, "height", page->height);
	put_length(head, "bleed", page->bleed);
	mark_line(m, head);
	m->out.length--;
	strbuf_add(&m->out, ",\"marks\":[");
}

const char *marks_write(Arena *a, const Page *page, const Job *job)
{
	Marking m = {.a = a, .job = job, .out = {.arena = a}, .clips = list_new(a, sizeof(Extent))};
	*(Extent *)list_add(&m.clips) =
	    (Extent){-page->bleed, -page->bleed, len_add(page->width, page->bleed),
		     len_add(page->height, page->bleed)};
	head_write(&m, page, job);
	for (int i = 0; i < page->draw_count; i++)
		draw_write(&m, page, &page->draws[i]);
	strbuf_add(&m.out, "\n]}\n");
	return strbuf_text(&m.out);
}

static bool head_says(const json_t *head, const char *key, const char *value)
{
	return str_equal(json_string_value(json_object_get(head, key)), value);
}

bool marks_are_of(const Bytes *marks, const Job *job)
{
	json_t *head = json_loadb((const char *)marks->at, marks->length, 0, NULL);
	Arena *a = arena_new();
	bool are = head_says(head, "format", format) &&
		   head_says(head, "pdf", identifier_text(a, &job->digest)) &&
		   head_says(head, "names", names_stamp(a, job)) &&
		   json_integer_value(json_object_get(head, "version")) == VERSION;
	arena_free(a);
	json_decref(head);
	return are;
}
