/* SPDX-License-Identifier: MIT */
#include "fill/locale_plural.h"

#include "base/diag.h"
#include "fill/locale_parts.h"

#include <stdio.h>
#include <string.h>

enum { SAMPLED = 1000 };

static void form_note(PluralForm *form, int number)
{
	if (form->few_count >= PLURAL_FEW)
		form->few_count = -1;
	if (form->few_count >= 0)
		form->few[form->few_count++] = number;
}

/* In CLDR's order. Whole numbers may never come to "other", but every choice ends with it. */
PluralForms locale_plural_forms(Locale *locale)
{
	static const char *const categories[] = {"zero", "one", "two", "few", "many", "other"};
	PluralForm all[PLURAL_FORMS];
	PluralForms forms = {.count = 0};
	for (int i = 0; i < PLURAL_FORMS; i++)
		all[i] = (PluralForm){.category = categories[i]};
	for (int number = 0; number <= SAMPLED; number++) {
		char text[16];
		snprintf(text, sizeof text, "%d", number);
		const char *category = locale_plural(locale, text);
		for (int i = 0; i < PLURAL_FORMS; i++)
			if (strcmp(categories[i], category) == 0)
				form_note(&all[i], number);
	}
	for (int i = 0; i < PLURAL_FORMS; i++)
		if (all[i].few_count != 0 || i + 1 == PLURAL_FORMS)
			forms.items[forms.count++] = all[i];
	return forms;
}

bool locale_is_known(const Locale *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	char language[ULOC_LANG_CAPACITY];
	uloc_getLanguage(locale->icu, language, sizeof language, &status);
	for (int32_t i = 0; i < uloc_countAvailable(); i++)
		if (strcmp(uloc_getAvailable(i), language) == 0)
			return true;
	return false;
}
