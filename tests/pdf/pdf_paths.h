/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_paths.h: what a page's content stream paints, and what it belongs to.
 *
 * Walks the operators of ISO 32000-1, annex A, that paint paths: each path that
 * is filled or stroked comes out with its points in the page's points (the
 * current matrix applied), its colours, its dashes and the marked content
 * around it. Text is passed over, but its numbers are looked at: none may be
 * absurd. An operator that is not known is told, never passed over.
 */
#include "pdf/pdf_objects.h"

#include <math.h>

typedef enum PieceKind { PIECE_MOVE, PIECE_LINE, PIECE_CURVE, PIECE_CLOSE } PieceKind;

typedef struct Leg {
	PieceKind kind;
	double x[3], y[3]; /* as in model/segment.h, y upwards */
} Leg;

typedef struct Paint {
	double fill[3], stroke[3]; /* of DeviceRGB, 0 … 1 */
	double width;
	double dash; /* the first length of the pattern; 0: solid */
} Paint;

enum { NO_MCID = -1 };

typedef struct Path {
	const Leg *pieces;
	int count;
	bool filled, stroked;
	bool clipped; /* something cuts it off */
	Paint paint;
	int mcid;       /* of the marked content around it; NO_MCID: an artifact */
	int after_mcid; /* of the last marked content that had one, this or before; NO_MCID: none */
	double left, bottom, right, top; /* of its end points */
} Path;

typedef struct Sheet {
	const Pdf *pdf;
	List paths;        /* of Path, in the order of painting */
	const char *fault; /* NULL: none */
	int operators;
} Sheet;

typedef struct Graphics {
	Paint paint;
	double matrix[6];
	int clips;
} Graphics;

typedef struct Stylus {
	Sheet *sheet;
	Arena *a;
	List kept; /* Graphics, by q */
	Graphics now;
	List pieces; /* of the path being made */
	List marks;  /* int: MCIDs of the marked content around */
	bool clips;  /* W was said */
	int after_mcid;
	const Value *operands;
	int count;
} Stylus;

/* No page here is larger than 2000 mm; beyond it a number is a fault of reckoning. */
enum { PDF_FAR = 6000 };

static inline double operand(const Stylus *s, int i)
{
	return i < s->count ? s->operands[i].number : 0;
}

static inline Leg *piece_add(Stylus *s, PieceKind kind, int points)
{
	Leg *piece = list_add(&s->pieces);
	piece->kind = kind;
	const double *m = s->now.matrix;
	for (int i = 0; i < points; i++) {
		double x = operand(s, 2 * i), y = operand(s, 2 * i + 1);
		piece->x[i] = m[0] * x + m[2] * y + m[4];
		piece->y[i] = m[1] * x + m[3] * y + m[5];
	}
	return piece;
}

static inline void rect_add(Stylus *s)
{
	double x = operand(s, 0), y = operand(s, 1), w = operand(s, 2), h = operand(s, 3);
	double xs[] = {x, x + w, x + w, x}, ys[] = {y, y, y + h, y + h};
	const Value *operands = s->operands;
	for (int i = 0; i < 4; i++) {
		Value corner[] = {{.number = xs[i]}, {.number = ys[i]}};
		s->operands = corner;
		piece_add(s, i == 0 ? PIECE_MOVE : PIECE_LINE, 1);
		s->operands = operands;
	}
	piece_add(s, PIECE_CLOSE, 0);
}

static inline void path_bounds(Path *path)
{
	path->left = path->bottom = INFINITY;
	path->right = path->top = -INFINITY;
	for (int i = 0; i < path->count; i++) {
		const Leg *piece = &path->pieces[i];
		int end = piece->kind == PIECE_CURVE ? 2 : 0;
		if (piece->kind == PIECE_CLOSE)
			continue;
		path->left = fmin(path->left, piece->x[end]);
		path->right = fmax(path->right, piece->x[end]);
		path->bottom = fmin(path->bottom, piece->y[end]);
		path->top = fmax(path->top, piece->y[end]);
	}
}

static inline void path_end(Stylus *s, bool filled, bool stroked, bool closes)
{
	if (closes)
		piece_add(s, PIECE_CLOSE, 0);
	if (filled || stroked) {
		Path *path = list_add(&s->sheet->paths);
		int *mcid = s->marks.count > 0 ? list_at(&s->marks, s->marks.count - 1) : NULL;
		*path = (Path){.pieces = s->pieces.items,
			       .count = s->pieces.count,
			       .filled = filled,
			       .stroked = stroked,
			       .clipped = s->now.clips > 0,
			       .paint = s->now.paint,
			       .mcid = mcid ? *mcid : NO_MCID,
			       .after_mcid = s->after_mcid};
		path_bounds(path);
	}
	s->now.clips += s->clips;
	s->clips = false;
	s->pieces = list_new(s->a, sizeof(Leg));
}

static inline void mark_begin(Stylus *s)
{
	int *mcid = list_add(&s->marks);
	const Value *id = s->count > 1 ? value_at(&s->operands[1], "MCID") : NULL;
	*mcid = id ? (int)id->number : NO_MCID;
	if (id)
		s->after_mcid = *mcid;
}

static inline void matrix_set(Stylus *s)
{
	double n[6], *m = s->now.matrix;
	for (int i = 0; i < 6; i++)
		n[i] = operand(s, i);
	double product[] = {n[0] * m[0] + n[1] * m[2],        n[0] * m[1] + n[1] * m[3],
			    n[2] * m[0] + n[3] * m[2],        n[2] * m[1] + n[3] * m[3],
			    n[4] * m[0] + n[5] * m[2] + m[4], n[4] * m[1] + n[5] * m[3] + m[5]};
	memcpy(m, product, sizeof product);
}

static inline void graphics_keep(Stylus *s, bool keep)
{
	if (keep)
		*(Graphics *)list_add(&s->kept) = s->now;
	else if (s->kept.count > 0) {
		s->now = *(Graphics *)list_at(&s->kept, s->kept.count - 1);
		s->kept.count--;
	} else
		s->sheet->fault = "Q without q";
}

static inline bool paints_path(Stylus *s, const char *word)
{
	static const struct {
		const char *word;
		bool filled, stroked, closes;
	} ends[] = {{"f", true, false, false}, {"f*", true, false, false},
		    {"S", false, true, false}, {"s", false, true, true},
		    {"B", true, true, false},  {"B*", true, true, false},
		    {"b", true, true, true},   {"n", false, false, false}};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_equal(word, ends[i].word)) {
			path_end(s, ends[i].filled, ends[i].stroked, ends[i].closes);
			return true;
		}
	return false;
}

static inline bool makes_path(Stylus *s, const char *word)
{
	if (str_equal(word, "m"))
		piece_add(s, PIECE_MOVE, 1);
	else if (str_equal(word, "l"))
		piece_add(s, PIECE_LINE, 1);
	else if (str_equal(word, "c"))
		piece_add(s, PIECE_CURVE, 3);
	else if (str_equal(word, "h"))
		piece_add(s, PIECE_CLOSE, 0);
	else if (str_equal(word, "re"))
		rect_add(s);
	else if (str_equal(word, "W"))
		s->clips = true;
	else
		return false;
	return true;
}

static inline bool sets_graphics(Stylus *s, const char *word)
{
	Paint *paint = &s->now.paint;
	for (int i = 0; i < 3; i++) {
		if (str_equal(word, "rg"))
			paint->fill[i] = operand(s, i);
		else if (str_equal(word, "RG"))
			paint->stroke[i] = operand(s, i);
	}
	if (str_equal(word, "w"))
		paint->width = operand(s, 0);
	else if (str_equal(word, "d"))
		paint->dash = s->operands[0].count > 0 ? s->operands[0].items[0].number : 0;
	else if (str_equal(word, "cm"))
		matrix_set(s);
	else if (str_equal(word, "q") || str_equal(word, "Q"))
		graphics_keep(s, *word == 'q');
	else
		return str_equal(word, "rg") || str_equal(word, "RG");
	return true;
}

static inline bool marks_content(Stylus *s, const char *word)
{
	if (str_equal(word, "BMC") || str_equal(word, "BDC"))
		mark_begin(s);
	else if (str_equal(word, "EMC") && s->marks.count > 0)
		s->marks.count--;
	else
		return false;
	return true;
}

static inline bool passes_over(const char *word)
{
	static const char *const words[] = {"BT", "ET", "Td", "Tf", "Tc", "TJ", "Tj", "Tm",
					    "Ts", "Tw", "TL", "T*", "Do", "gs", "cs", "CS"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(word, words[i]))
			return true;
	return false;
}

static inline bool values_are_near(const Value *values, int count)
{
	for (int i = 0; i < count; i++) {
		if (values[i].kind == VALUE_NUMBER && !(fabs(values[i].number) <= PDF_FAR))
			return false;
		if (values[i].kind == VALUE_ARRAY &&
		    !values_are_near(values[i].items, values[i].count))
			return false;
	}
	return true;
}

static inline void operator_do(Stylus *s, const char *word)
{
	s->sheet->operators++;
	/* TJ moves by thousandths of the size, and back by a whole line where text runs from right to left. */
	if (strcmp(word, "TJ") != 0 && !values_are_near(s->operands, s->count))
		s->sheet->fault =
		    str_format(s->a, "an operand of \"%s\" is far off the page", word);
	bool known = makes_path(s, word) || paints_path(s, word) || sets_graphics(s, word) ||
		     marks_content(s, word) || passes_over(word);
	if (!known)
		s->sheet->fault = str_format(s->a, "what is \"%s\" in a content stream?", word);
}

/* As if the page ran from left to right: its left edge is the right one, at nought. */
static inline void paths_turn(Sheet *sheet)
{
	for (int i = 0; i < sheet->paths.count; i++) {
		Path *path = list_at(&sheet->paths, i);
		double left = path->left;
		path->left = -path->right;
		path->right = -left;
		for (int k = 0; k < path->count; k++)
			for (int n = 0; n < 3; n++)
				((Leg *)path->pieces)[k].x[n] *= -1;
	}
}

/* The page of a PDF that has one. */
static inline Sheet sheet_read(Arena *a, const Pdf *pdf)
{
	Sheet sheet = {.pdf = pdf, .paths = list_new(a, sizeof(Path))};
	const Object *content = pdf_content(pdf);
	size_t length = 0;
	const char *stream = content && content->stream ? pdf_inflated(a, content, &length) : NULL;
	if (!stream) {
		sheet.fault = "there is no content stream";
		return sheet;
	}
	Stylus s = {.sheet = &sheet,
		    .a = a,
		    .kept = list_new(a, sizeof(Graphics)),
		    .pieces = list_new(a, sizeof(Leg)),
		    .marks = list_new(a, sizeof(int)),
		    .after_mcid = NO_MCID,
		    .now = {.matrix = {1, 0, 0, 1, 0, 0}}};
	Reader r = {a, stream, stream + length};
	List operands = list_new(a, sizeof(Value));
	for (Value value; (value = pdf_value(&r)).kind != VALUE_NONE && !sheet.fault;) {
		if (value.kind != VALUE_WORD) {
			*(Value *)list_add(&operands) = value;
			continue;
		}
		s.operands = operands.items;
		s.count = operands.count;
		operator_do(&s, value.text);
		operands.count = 0;
	}
	if (pdf->backwards)
		paths_turn(&sheet);
	return sheet;
}
