/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * message.h: says a layout's text in a language, with the values of the data in it.
 *
 * Takes a pattern that was read into a tree and where it stands in the data;
 * gives words whose every stretch knows its style and its datum. Every separator
 * and suffix comes from the layout or from ICU. A value that is not there or is
 * not what its format needs is told (datum.h), said as nothing, and the rest is
 * said all the same. A plural takes an exact branch ("=1") before the language's
 * category; a select compares the value's text.
 */
#include "fill/datum.h"

/* What `pattern` says in a paragraph of `style`; empty words for NULL. */
Words message_say(Speaker *speaker, const Pattern *pattern, const Style *style, const Standing *at);
