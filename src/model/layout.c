/* SPDX-License-Identifier: MIT */
#include "model/layout.h"

#include <string.h>

const Pattern *layout_common(const Layout *layout, const char *id)
{
	for (int i = 0; i < layout->common_count; i++)
		if (strcmp(layout->common[i].id, id) == 0)
			return layout->common[i].text;
	return NULL;
}

const char *layout_locale(const Layout *layout, const char *language)
{
	for (const char *const *pair = layout->locales; pair && pair[0]; pair += 2)
		if (strcmp(pair[0], language) == 0)
			return pair[1];
	return language;
}
