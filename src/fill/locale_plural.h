/* SPDX-License-Identifier: MIT */
#pragma once
/* locale_plural.h: what ICU knows of a language, asked before anything is said in it. */
#include "fill/locale.h"
#include "model/plural.h"

/* The forms that the whole numbers from 0 to 1000 take: "other" is always among them in CLDR's languages. */
PluralForms locale_plural_forms(Locale *locale);
/* Whether ICU has any data of the language; without, it says all as its root does. */
bool locale_is_known(const Locale *locale);
