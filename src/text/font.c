/* SPDX-License-Identifier: MIT */
#include "text/font.h"

#include "base/str.h"
#include "text/font_face.h"
#include "text/font_files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Mapping {
	void *at;
	size_t length;
} Mapping;

Fonts *fonts_open(Arena *a, const FontList *list)
{
	Fonts *fonts = ARENA_NEW(a, Fonts);
	fonts->arena = a;
	fonts->list = list;
	fonts->slots = ARENA_ARRAY(a, list->count, FontSlot);
	fonts->chains = list_new(a, sizeof(FontChain));
	fonts->breaks = list_new(a, sizeof(BreaksSlot));
	fonts->hyphens = ARENA_ARRAY(a, list->hyphen_count + 1, HyphenSlot);
	return fonts;
}

void fonts_close(Fonts *fonts)
{
	if (!fonts)
		return;
	for (int i = 0; i < fonts->list->count; i++) {
		if (fonts->slots[i].font)
			font_face_close((Font *)fonts->slots[i].font);
		fonts->slots[i] = (FontSlot){0};
	}
	for (int i = 0; i < fonts->list->hyphen_count; i++) {
		hyphens_close(fonts->hyphens[i].hyphens);
		fonts->hyphens[i] = (HyphenSlot){0};
	}
	for (int i = 0; i < fonts->breaks.count; i++)
		breaks_close(((BreaksSlot *)list_at(&fonts->breaks, i))->breaks);
	fonts->breaks.count = 0;
}

/* Mapping a file */

static void mapping_free(void *data)
{
	Mapping *mapping = data;
	munmap(mapping->at, mapping->length);
}

static hb_blob_t *map_descriptor(Arena *a, int descriptor, const char **why)
{
	struct stat about;
	if (fstat(descriptor, &about) != 0) {
		*why = str_format(a, "cannot be read: %s", strerror(errno));
		return NULL;
	}
	if (!S_ISREG(about.st_mode) || about.st_size <= 0 || about.st_size > INT_MAX) {
		*why = !S_ISREG(about.st_mode) ? "is not a file"
		       : about.st_size <= 0    ? "is empty"
					       : "is too large";
		return NULL;
	}
	Mapping *mapping = ARENA_NEW(a, Mapping);
	mapping->length = (size_t)about.st_size;
	mapping->at = mmap(NULL, mapping->length, PROT_READ, MAP_PRIVATE, descriptor, 0);
	if (mapping->at == MAP_FAILED) {
		*why = str_format(a, "cannot be read: %s", strerror(errno));
		return NULL;
	}
	return hb_blob_create(mapping->at, (unsigned)mapping->length, HB_MEMORY_MODE_READONLY,
			      mapping, mapping_free);
}

static hb_blob_t *map_file(Arena *a, const char *path, const char **why)
{
	/* Without O_NONBLOCK a named pipe would wait for a writer that never comes. */
	int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (descriptor < 0) {
		*why = str_format(a, "cannot be read: %s", strerror(errno));
		return NULL;
	}
	hb_blob_t *blob = map_descriptor(a, descriptor, why);
	close(descriptor);
	return blob;
}

/* Finding a face */

static void slot_fill(Fonts *fonts, int index)
{
	FontSlot *slot = &fonts->slots[index];
	const FontFile *file = &fonts->list->files[index];
	hb_blob_t *blob = map_file(fonts->arena, file->path, &slot->fault);
	if (!blob)
		return;
	slot->font = font_face_open(fonts->arena, file, blob, &slot->fault);
	hb_blob_destroy(blob);
}

static void tell_fault(const FontFile *file, const char *fault, Diags *diags)
{
	diag_error(diags, file->place, DIAG_FILE, "the font file %s %s", file->path, fault);
	if (file->package)
		diag_hint(diags, "install the package %s, or name the file where it is",
			  file->package);
	else
		diag_hint(diags, "put the font that is meant here at %s, or name another",
			  file->path);
}

const Font *fonts_open_slot(Fonts *fonts, int index, Diags *diags)
{
	FontSlot *slot = &fonts->slots[index];
	if (!slot->font && !slot->fault)
		slot_fill(fonts, index);
	if (slot->fault)
		tell_fault(&fonts->list->files[index], slot->fault, diags);
	return slot->font;
}

static int find_slot(const Fonts *fonts, const char *family, int weight, int stretch)
{
	for (int i = 0; i < fonts->list->count; i++) {
		const FontFile *file = &fonts->list->files[i];
		if (file->weight == weight && file->stretch == stretch &&
		    str_equal(file->family, family))
			return i;
	}
	return -1;
}

bool fonts_lists(const Fonts *fonts, const char *family, int weight, int stretch)
{
	return find_slot(fonts, family, weight, stretch) >= 0;
}

const Font *fonts_find(Fonts *fonts, const char *family, int weight, int stretch, Diags *diags)
{
	int index = find_slot(fonts, family, weight, stretch);
	return index < 0 ? NULL : fonts_open_slot(fonts, index, diags);
}

/* Hyphens */

/* Patterns for "en" do for "en-GB" where there are none of its own. */
static int find_patterns(const Fonts *fonts, const char *language)
{
	int found = -1;
	for (int i = 0; i < fonts->list->hyphen_count; i++) {
		const char *listed = fonts->list->hyphens[i].language;
		size_t length = strlen(listed);
		if (str_equal(listed, language))
			return i;
		if (strncmp(listed, language, length) == 0 && language[length] == '-')
			found = i;
	}
	return found;
}

static void tell_patterns(const HyphenFile *file, const char *fault, Diags *diags)
{
	diag_error(diags, file->place, DIAG_FILE, "the hyphenation of \"%s\" cannot be used: %s",
		   file->language, fault);
	if (file->package)
		diag_hint(diags, "install the package %s, or name the file where it is",
			  file->package);
	else
		diag_hint(diags, "name the file of patterns where it is");
}

const Hyphens *fonts_hyphens(Fonts *fonts, const char *language, const Style *style, Diags *diags)
{
	int index = find_patterns(fonts, language);
	if (index < 0) {
		diag_error(diags, style->place, DIAG_LAYOUT,
			   "the style \"%s\" asks for hyphens, but no patterns are listed for "
			   "the language \"%s\"",
			   style->name, language);
		diag_hint(diags, "add <hyphenation lang=\"%s\" file=\"…\"/> to the fonts file",
			  language);
		return NULL;
	}
	HyphenSlot *slot = &fonts->hyphens[index];
	const HyphenFile *file = &fonts->list->hyphens[index];
	if (!slot->hyphens && !slot->fault)
		slot->hyphens = hyphens_open(fonts->arena, file, &slot->fault);
	if (slot->fault)
		tell_patterns(file, slot->fault, diags);
	return slot->hyphens;
}

/* Asking a face */

Breaks *fonts_breaks(Fonts *fonts, const char *language)
{
	for (int i = 0; i < fonts->breaks.count; i++) {
		const BreaksSlot *slot = list_at(&fonts->breaks, i);
		if (str_equal(slot->language, language))
			return slot->breaks;
	}
	Breaks *breaks = breaks_open(fonts->arena, language);
	const char *kept = language ? str_copy(fonts->arena, language) : NULL;
	*(BreaksSlot *)list_add(&fonts->breaks) = (BreaksSlot){kept, breaks};
	return breaks;
}

const FontMetrics *font_metrics(const Font *font)
{
	return &font->metrics;
}

const char *font_name(const Font *font)
{
	return font->name;
}

const char *font_label(const Font *font)
{
	return font->label;
}

OutlineKind font_outlines(const Font *font)
{
	return font->outlines;
}

int font_weight(const Font *font)
{
	return font->file->weight;
}

bool font_has(const Font *font, uint32_t code)
{
	return font_glyph(font, code) != 0;
}

unsigned font_glyph(const Font *font, uint32_t code)
{
	hb_codepoint_t glyph = 0;
	return hb_font_get_nominal_glyph(font->hb, code, &glyph) ? glyph : 0;
}

/* HarfBuzz puts another space in the place of one that is missing, and a hyphen in the place of a no-break
 * one; a minus: see shape.c. */
bool font_sets(const Font *font, uint32_t code)
{
	if (font_has(font, code))
		return true;
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	if (code == 0x2212 || code == 0x2011)
		return font_has(font, code == 0x2212 ? 0x2013 : 0x2010);
	hb_codepoint_t first = 0, second = 0;
	if (hb_unicode_decompose(unicode, code, &first, &second))
		return font_sets(font, first) && (second == 0 || font_sets(font, second));
	return code != 0x3000 && hb_unicode_general_category(unicode, code) ==
				     HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

int font_advance(const Font *font, unsigned glyph)
{
	return hb_font_get_glyph_h_advance(font->hb, glyph);
}

bool font_has_small_caps(const Font *font)
{
	return font->has_small_caps;
}

bool font_has_figures(const Font *font, Figures figures)
{
	return figures == FIGURES_OLDSTYLE  ? font->has_oldstyle
	       : figures == FIGURES_TABULAR ? font->has_tabular
					    : true;
}

InkSpan font_ink(const Font *font, unsigned glyph)
{
	hb_glyph_extents_t extents;
	if (!hb_font_get_glyph_extents(font->hb, glyph, &extents) || extents.width == 0)
		return (InkSpan){0, font_advance(font, glyph)};
	return (InkSpan){extents.x_bearing, extents.x_bearing + extents.width};
}
