/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * locale_order.h: how a language puts words in order, through ICU's collation.
 *
 * The collator is opened when first asked for and closed with its locale. What a
 * language says of its order is CLDR's (and in UTS #10 what it does not say).
 */
#include "fill/locale.h"

/* Bytes whose order, by strcmp, is that of the words. */
const char *locale_order_key(Arena *a, Locale *locale, const char *words);
