/* SPDX-License-Identifier: MIT */
#include "set/parts.h"

/* A whole is below 2^63, so the product is below 2^103. */
__extension__ typedef __int128 Wide;

Parts parts_of(Arena *a, const ChartBox *box, int shown)
{
	int64_t *edges = ARENA_ARRAY(a, shown + 1, int64_t);
	Wide whole = box->whole, sum = 0;
	edges[0] = 0;
	for (int i = 0; i < shown; i++) {
		sum += box->items[i].value;
		edges[i + 1] = whole > 0 ? (int64_t)((sum * PARTS_WHOLE + whole / 2) / whole) : 0;
	}
	return (Parts){edges, shown};
}

const Ink *part_ink(const ChartSpec *spec, int i)
{
	return spec->palette ? spec->palette->inks[i % spec->palette->count] : spec->ink;
}

Hatch part_hatch(const ChartSpec *spec, int i)
{
	/* A part in the first ink again has another pattern than the first one. */
	int rounds = spec->palette ? i / spec->palette->count : 0;
	bool again = spec->palette && spec->palette->count % HATCH_COUNT == 0;
	return hatch_of_part(i + (again ? rounds : 0));
}

const Ink *part_lettering(const ChartSpec *spec, int i)
{
	return spec->lettering[spec->palette ? i % spec->palette->count : 0];
}

const Ink *part_paper(const ChartSpec *spec)
{
	static const Ink white = {.name = "white", .rgb = {255, 255, 255}, .has_cmyk = true};
	return spec->paper ? spec->paper : &white;
}
