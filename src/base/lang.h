/* SPDX-License-Identifier: MIT */
#pragma once
/* lang.h: tags of languages (BCP 47, RFC 5646) beside each other. Knows no language. */
#include <stdbool.h>

/* Whether two have the same main part: "en" and "en-GB", not "en" and "fr". In either case of letters. */
bool lang_alike(const char *one, const char *two);
/* Whether words marked as `tag` will do in `language`: it is that, or its main part ("zh" for "zh-Hant"). */
bool lang_covers(const char *tag, const char *language);
