/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "text/font_face.h"
#include "text/font_files.h"

#include <string.h>
#include <strings.h>

/* The nearest face (CSS Fonts Level 4, 5.2: width first, then weight) */

enum { OTHER_SIDE = 10000, FAR_SIDE = 20000 };

static int width_distance(int wanted, int stretch)
{
	bool narrows = wanted <= 100, narrower = stretch <= wanted;
	int apart = narrower ? wanted - stretch : stretch - wanted;
	return apart == 0 || narrows == narrower ? apart : OTHER_SIDE + apart;
}

/* Light type goes on to lighter, bold to bolder; text of 400 to 500 stays there if it can. */
static int weight_distance(int wanted, int weight)
{
	int apart = weight < wanted ? wanted - weight : weight - wanted;
	if (apart == 0)
		return 0;
	if (wanted >= 400 && wanted <= 500)
		return weight < wanted ? OTHER_SIDE + apart
		       : weight <= 500 ? apart
				       : FAR_SIDE + apart;
	bool lighter = weight < wanted;
	return lighter == (wanted < 400) ? apart : OTHER_SIDE + apart;
}

static int nearest_slot(const FontList *list, const char *family, const FontFile *wanted)
{
	int best = -1;
	for (int i = 0; i < list->count; i++) {
		const FontFile *file = &list->files[i];
		if (!str_equal(file->family, family))
			continue;
		const FontFile *other = best < 0 ? NULL : &list->files[best];
		int width = width_distance(wanted->stretch, file->stretch);
		int before = other ? width_distance(wanted->stretch, other->stretch) : 0;
		bool nearer =
		    !other || width < before ||
		    (width == before && weight_distance(wanted->weight, file->weight) <
					    weight_distance(wanted->weight, other->weight));
		if (nearer)
			best = i;
	}
	return best;
}

/* The order of families */

/* How well an entry suits: the number of letters of its language that agree; -1: not at all. */
static int agreement(const Fallback *fallback, const char *language)
{
	if (!fallback->language)
		return 0;
	size_t length = strlen(fallback->language);
	bool agrees = strncasecmp(fallback->language, language, length) == 0 &&
		      (language[length] == '\0' || language[length] == '-');
	return agrees ? (int)length : -1;
}

static void slots_add(const Fonts *fonts, const Fallback *fallback, const FontFile *of, List *slots)
{
	for (int i = 0; i < fallback->to_count; i++) {
		int slot = nearest_slot(fonts->list, fallback->to[i], of);
		bool known = slot < 0;
		for (int k = 0; k < slots->count && !known; k++)
			known = *(const int *)list_at(slots, k) == slot;
		if (!known)
			*(int *)list_add(slots) = slot;
	}
}

/* "zh-Hant" goes before "zh", and both before what is said for any language. */
static List slots_in_order(const Fonts *fonts, const FontFile *of, const char *language)
{
	List slots = list_new(fonts->arena, sizeof(int));
	for (int best = 0, limit = 1 << 20; best >= 0; limit = best) {
		const Fallback *found = NULL;
		best = -1;
		for (int i = 0; i < fonts->list->fallback_count; i++) {
			const Fallback *fallback = &fonts->list->fallbacks[i];
			int agrees = agreement(fallback, language);
			if (agrees > best && agrees < limit &&
			    str_equal(fallback->family, of->family)) {
				best = agrees;
				found = fallback;
			}
		}
		if (found)
			slots_add(fonts, found, of, &slots);
	}
	return slots;
}

static const FontChain *chain_of(Fonts *fonts, const FontFile *of, const char *language)
{
	for (int i = 0; i < fonts->chains.count; i++) {
		const FontChain *chain = list_at(&fonts->chains, i);
		if (chain->of == of && str_equal(chain->language, language))
			return chain;
	}
	List slots = slots_in_order(fonts, of, language);
	FontChain *chain = list_add(&fonts->chains);
	*chain = (FontChain){of, str_copy(fonts->arena, language), slots.items, slots.count};
	return chain;
}

bool fonts_falls_back(Fonts *fonts, const Font *font, const char *language)
{
	return fonts->list->fallback_count > 0 && chain_of(fonts, font->file, language)->count > 0;
}

const Font *fonts_beyond(Fonts *fonts, const Font *font, const char *language, uint32_t code,
			 Diags *diags)
{
	if (fonts->list->fallback_count == 0)
		return NULL;
	const FontChain *chain = chain_of(fonts, font->file, language);
	for (int i = 0; i < chain->count; i++) {
		const Font *other = fonts_open_slot(fonts, chain->slots[i], diags);
		if (other && font_sets(other, code))
			return other;
	}
	return NULL;
}
