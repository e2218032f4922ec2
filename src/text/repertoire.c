/* SPDX-License-Identifier: MIT */
#include "text/repertoire.h"

#include "base/list.h"
#include "base/str.h"

/* Below REMEMBERED stand all but rare characters. */
enum { REMEMBERED = 0x10000, FIRST_VISIBLE = 0x20, FIRST_LONG = 0x80 };

typedef enum Answer { ANSWER_UNKNOWN, ANSWER_HAS, ANSWER_LACKS } Answer;

struct Repertoire {
	Fonts *fonts;
	const char *language;
	Diags *diags;
	List faces;                     /* of const Font * */
	unsigned char said[REMEMBERED]; /* Answer: a face is asked once for each character */
};

static void face_add(Repertoire *repertoire, const Font *face)
{
	for (int i = 0; i < repertoire->faces.count; i++)
		if (*(const Font **)list_at(&repertoire->faces, i) == face)
			return;
	*(const Font **)list_add(&repertoire->faces) = face;
}

typedef struct Opening {
	Repertoire *repertoire;
	Fonts *fonts;
	Diags *diags;
} Opening;

static void face_open(const Opening *o, const char *family, int weight, int stretch)
{
	if (!family || !fonts_lists(o->fonts, family, weight, stretch))
		return;
	const Font *face = fonts_find(o->fonts, family, weight, stretch, o->diags);
	if (face)
		face_add(o->repertoire, face);
}

static bool may_condense(const Layout *layout)
{
	for (int i = 0; i < layout->fit_count; i++)
		if (layout->fit[i].kind == FIT_CONDENSE)
			return true;
	return false;
}

/* A span may bring any weight and width to any family. */
Repertoire *repertoire_open(Arena *a, Fonts *fonts, const Layout *layout, Diags *diags)
{
	Repertoire *repertoire = ARENA_NEW(a, Repertoire);
	Opening o = {repertoire, fonts, diags};
	bool condenses = may_condense(layout);
	repertoire->fonts = fonts;
	repertoire->language = layout->language;
	repertoire->diags = diags;
	repertoire->faces = list_new(a, sizeof(const Font *));
	for (int f = 0; f < layout->style_count; f++)
		for (int w = 0; w < layout->style_count; w++) {
			const Style *family = layout->styles[f], *cut = layout->styles[w];
			face_open(&o, family->family, cut->weight, cut->stretch);
			face_open(&o, family->family, cut->weight, family->stretch);
			if (condenses)
				face_open(&o, family->family, cut->weight, STRETCH_CONDENSED);
		}
	return repertoire;
}

/* By itself, or by the fonts it falls back to. */
static bool face_has(const Repertoire *r, const Font *face, uint32_t code)
{
	return font_sets(face, code) ||
	       fonts_beyond(r->fonts, face, r->language, code, r->diags) != NULL;
}

static bool faces_have(const Repertoire *repertoire, uint32_t code)
{
	bool has = true;
	for (int i = 0; i < repertoire->faces.count && has; i++)
		has = face_has(repertoire, *(const Font *const *)list_at(&repertoire->faces, i),
			       code);
	return has;
}

bool repertoire_has(Repertoire *repertoire, uint32_t code)
{
	if (code < FIRST_VISIBLE)
		return true;
	if (code >= REMEMBERED)
		return faces_have(repertoire, code);
	unsigned char *said = &repertoire->said[code];
	if (*said == ANSWER_UNKNOWN)
		*said = faces_have(repertoire, code) ? ANSWER_HAS : ANSWER_LACKS;
	return *said == ANSWER_HAS;
}

bool repertoire_sets(Repertoire *repertoire, const char *text, size_t length)
{
	const char *s = text;
	if (!str_is_utf8(text, length))
		return false;
	while (s < text + length) {
		unsigned char byte = (unsigned char)*s;
		/* Most of a record is ASCII that was met before. */
		if (byte < FIRST_LONG && repertoire->said[byte] == ANSWER_HAS)
			s++;
		else if (!repertoire_has(repertoire, str_next(&s)))
			return false;
	}
	return true;
}
