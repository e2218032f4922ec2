/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * tongue.h: what is needed to say an edition in one language.
 *
 * The layout with its words in that language, and the conventions for numbers
 * and lists. Opened for the languages that are asked for only. Whatever is
 * wrong is told once, and stops the pages in that language: those in the others
 * are made all the same.
 */
#include "base/file.h"
#include "fill/locale.h"
#include "model/edition.h"
#include "model/layout.h"
#include "model/names.h"

typedef struct Standing Standing;

typedef struct Tongue {
	const char *language; /* NULL ends a row of them */
	Locale *locale;       /* NULL: there is no layout to ask for conventions */
	const Layout *layout; /* NULL: nothing can be said in it; why was told */
	/* What all pages in it are made from alike; NULL: none can be made. */
	const Standing *standing;
} Tongue;

/* What all tongues of an edition are made from. */
typedef struct TongueRoots {
	const Edition *edition;
	Source source;        /* of the layout */
	const Layout *layout; /* in the language it is written in; NULL: it is of no use */
	const Names *names;   /* NULL: none */
} TongueRoots;

Tongue tongue_open(Arena *a, const char *language, const TongueRoots *roots, Diags *diags);
void tongue_close(Tongue *tongue);
