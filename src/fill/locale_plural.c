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

static PluralForm *form_of(PluralForms *forms, const char *category)
{
	for (int i = 0; i < forms->count; i++)
		if (strcmp(forms->items[i].category, category) == 0)
			return &forms->items[i];
	if (forms->count == PLURAL_FORMS)
		die("a language has more than %d plural forms", PLURAL_FORMS);
	PluralForm *form = &forms->items[forms->count++];
	*form = (PluralForm){.category = category};
	return form;
}

PluralForms locale_plural_forms(Locale *locale)
{
	PluralForms forms = {.count = 0};
	for (int number = 0; number <= SAMPLED; number++) {
		char text[16];
		snprintf(text, sizeof text, "%d", number);
		form_note(form_of(&forms, locale_plural(locale, text)), number);
	}
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
