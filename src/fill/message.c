/* SPDX-License-Identifier: MIT */
#include "fill/message.h"

#include "base/character.h"
#include "base/lang.h"
#include "fill/link.h"
#include "fill/naming.h"
#include "fill/rounding.h"
#include "fill/words.h"

#include <string.h>

/* What holds at one point of a text. */
typedef struct Speech {
	Speaker *speaker;
	const Standing *at;
	const Style *style;
	const Datum *hash; /* what "#" stands for; NULL outside plurals */
} Speech;

static void say(const Speech *speech, const Pattern *pattern, Composing *out);

static void say_plain(const Speech *speech, const Datum *datum, const char *text, Composing *out)
{
	words_add(out, text, strlen(text), speech->style, &datum->origin);
}

/* A letter, not a sign or a digit alone: those are the same in all languages. */
static bool has_letter(const char *text)
{
	for (const char *s = text; *s; s++)
		if ((*s | 0x20) >= 'a' ? (*s | 0x20) <= 'z' : (unsigned char)*s >= 0xc3)
			return true;
	return false;
}

/* As the data has it: in the data's language. */
static void say_raw(const Speech *speech, const Datum *datum, Composing *out)
{
	const Saying *saying = speech->speaker->saying;
	const char *language = datum->element ? node_language(datum->element) : NULL;
	const char *own = language ? language : saying->layout->original;
	Datum raw = *datum;
	bool foreign = own && !lang_alike(own, locale_language(saying->locale));
	if (foreign && datum->element && has_letter(datum->text))
		raw.origin.language = own;
	say_plain(speech, &raw, raw.text, out);
}

/* The letters after an ordinal's digits may have a style of their own. */
static void say_number(const Speech *speech, const Datum *datum, const Said *said, bool ordinal,
		       Composing *out)
{
	size_t length = strlen(said->text), digits = (size_t)said->digits_end;
	const Style *suffix = speech->style ? speech->style->ordinal_suffix : NULL;
	if (!ordinal || !said->letters || !suffix)
		digits = length;
	words_add(out, said->text, digits, speech->style, &datum->origin);
	words_add(out, said->text + digits, length - digits, suffix, &datum->origin);
	words_note_point(out, (int)length - said->point);
}

/* False when the datum is not what the format needs, which is told. */
static bool number_fits(Speaker *speaker, const Datum *datum, Format format)
{
	Decimal number;
	int64_t whole;
	if (format == FORMAT_NUMBER || format == FORMAT_PERCENT || format == FORMAT_SHARE)
		return datum_number(speaker, datum, &number);
	return datum_whole(speaker, datum, &whole);
}

static Said number_said(Speaker *speaker, const Datum *datum, Format format, const char *variant)
{
	Locale *locale = speaker->saying->locale;
	switch (format) {
	case FORMAT_NUMBER:
		return locale_number(speaker->arena, locale, datum->text);
	case FORMAT_PERCENT:
	case FORMAT_SHARE:
		return locale_percent(speaker->arena, locale, datum->text);
	case FORMAT_ORDINAL:
		return locale_ordinal(speaker->arena, locale, variant, datum->text);
	case FORMAT_SPELLOUT:
		return locale_spellout(speaker->arena, locale, variant, datum->text);
	case FORMAT_SPELLOUT_ORDINAL:
		return locale_spellout_ordinal(speaker->arena, locale, variant, datum->text);
	default:
		die("format %d is no number", (int)format);
	}
}

static const char *variants_of(Speaker *speaker, Format format)
{
	Locale *locale = speaker->saying->locale;
	if (format == FORMAT_ORDINAL)
		return locale_ordinal_variants(speaker->arena, locale);
	return format == FORMAT_SPELLOUT ? locale_spellout_variants(speaker->arena, locale)
					 : locale_spellout_ordinal_variants(speaker->arena, locale);
}

static void tell_unsaid(Speaker *speaker, const Datum *datum, Format format, const char *variant)
{
	const char *language = locale_language(speaker->saying->locale);
	Diags *diags = speaker_trouble(speaker);
	const char *variants = variant ? variants_of(speaker, format) : "";
	diag_error(diags, datum->origin.layout, DIAG_LAYOUT,
		   "ICU cannot say %s in this format in the language \"%s\"%s%s", datum->name,
		   language, variant ? ": it knows no " : "", variant ? variant : "");
	if (*variants)
		diag_hint(diags, "in \"%s\" there are: %s", language, variants);
	else if (variant)
		diag_hint(diags, "in \"%s\" this format is written without", language);
	else
		diag_hint(diags, "use number or ordinal, which every language has");
}

static void say_formatted(const Speech *speech, const Datum *datum, Format format,
			  const char *variant, Composing *out)
{
	Speaker *speaker = speech->speaker;
	if (!number_fits(speaker, datum, format))
		return;
	Said said = number_said(speaker, datum, format, variant);
	if (!said.text)
		tell_unsaid(speaker, datum, format, variant);
	else if (format == FORMAT_SPELLOUT || format == FORMAT_SPELLOUT_ORDINAL)
		say_plain(speech, datum, said.text, out);
	else
		say_number(speech, datum, &said, format == FORMAT_ORDINAL, out);
}

static void say_date(const Speech *speech, const Datum *datum, Composing *out)
{
	Speaker *speaker = speech->speaker;
	const char *text = locale_date(speaker->arena, speaker->saying->locale, datum->text);
	if (text) {
		say_plain(speech, datum, text, out);
		return;
	}
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(datum), DIAG_DATA, "%s is \"%s\", but a date is expected",
		   datum->name, datum->text);
	diag_hint(diags, "write year, month and day: 2024-09-26%s",
		  datum_asked(speaker, datum, "a date"));
}

/* One item of a list, as words of its own. */
static Words item_words(const Speech *speech, const Pattern *list, const Datum *datum,
			const Found *found)
{
	Composing out = words_begin(speech->speaker->arena);
	if (list->format == FORMAT_NAMES) {
		const char *form = list->variant;
		if (!form || strcmp(form, "list") == 0)
			form = "name";
		Datum named = *datum;
		const char *word = naming_word(speech->speaker, &named, form);
		say_plain(speech, &named, word ? word : "", &out);
	} else if (list->item) {
		Standing at = standing_on(speech->at, found);
		Speech inner = *speech;
		inner.at = &at;
		say(&inner, list->item, &out);
	} else {
		Datum printed = *datum;
		rounding_print(speech->speaker, &printed);
		say_raw(speech, &printed, &out);
	}
	return words_end(&out, speech->style);
}

/* Items that say nothing do not count: there would be a separator too many. */
static void say_list(const Speech *speech, const Pattern *list, Composing *out)
{
	Speaker *speaker = speech->speaker;
	DatumList data = datum_list(speaker, list->value, !list->item, speech->at);
	Words *items = ARENA_ARRAY(speaker->arena, data.count, Words);
	const char **texts = ARENA_ARRAY(speaker->arena, data.count, const char *);
	int count = 0;
	for (int i = 0; i < data.count; i++) {
		items[count] = item_words(speech, list, &data.items[i], &data.found[i]);
		texts[count] = items[count].text;
		count += items[count].length > 0;
	}
	ListJoin join = locale_list(speaker->arena, speaker->saying->locale, texts, count);
	const Datum separator = {.origin = {.layout = list->place}};
	say_plain(speech, &separator, join.before, out);
	for (int i = 0; i < count; i++) {
		words_add_words(out, &items[i]);
		if (i + 1 < count)
			say_plain(speech, &separator, join.between[i], out);
	}
	say_plain(speech, &separator, join.after, out);
}

/* Said as the per cent of its sum that it is. */
static void say_share(const Speech *speech, Datum datum, Composing *out)
{
	Speaker *speaker = speech->speaker;
	datum.text = rounding_share(speaker, &datum);
	datum.origin.basis = basis_made(speaker->arena, datum.origin.basis, MADE_SHARE);
	if (datum.text)
		say_formatted(speech, &datum, FORMAT_SHARE, NULL, out);
}

static void say_value(const Speech *speech, const Pattern *value, Composing *out)
{
	Datum datum;
	if (value->format == FORMAT_LIST || value->format == FORMAT_NAMES) {
		say_list(speech, value, out);
		return;
	}
	if (!datum_find(speech->speaker, value->value, speech->at, &datum))
		return;
	if (value->format == FORMAT_SHARE) {
		say_share(speech, datum, out);
		return;
	}
	rounding_print(speech->speaker, &datum);
	if (value->format == FORMAT_NONE)
		say_raw(speech, &datum, out);
	else if (value->format == FORMAT_DATE)
		say_date(speech, &datum, out);
	else
		say_formatted(speech, &datum, value->format, value->variant, out);
}

static const Branch *branch_find(const Branch *branches, const char *key)
{
	for (const Branch *branch = branches; branch; branch = branch->next)
		if (strcmp(branch->key, key) == 0)
			return branch;
	return NULL;
}

static const Branch *branch_exact(const Branch *branches, Decimal number)
{
	Decimal exact;
	for (const Branch *branch = branches; branch; branch = branch->next)
		if (*branch->key == '=' && decimal_read(branch->key + 1, &exact) && exact == number)
			return branch;
	return NULL;
}

static void say_plural(const Speech *speech, const Pattern *plural, Composing *out)
{
	Speaker *speaker = speech->speaker;
	Datum datum;
	Decimal number;
	if (!datum_find(speaker, plural->value, speech->at, &datum))
		return;
	rounding_print(speaker, &datum);
	if (!datum_number(speaker, &datum, &number))
		return;
	const Branch *branch = branch_exact(plural->branches, number);
	if (!branch)
		branch = branch_find(plural->branches,
				     locale_plural(speaker->saying->locale, datum.text));
	if (!branch)
		branch = branch_find(plural->branches, "other");
	Speech inner = *speech;
	inner.hash = &datum;
	if (branch)
		say(&inner, branch->text, out);
}

static void say_select(const Speech *speech, const Pattern *select, Composing *out)
{
	Datum datum;
	if (!datum_find(speech->speaker, select->value, speech->at, &datum))
		return;
	const Branch *branch = branch_find(select->branches, datum.text);
	if (!branch)
		branch = branch_find(select->branches, "other");
	if (branch)
		say(speech, branch->text, out);
}

static void say_text(const Speech *speech, const Pattern *text, Composing *out)
{
	const Origin origin = {.layout = text->place};
	words_add(out, text->text, strlen(text->text), speech->style, &origin);
}

static const LinkTo *say_href(const Speech *speech, const Pattern *href)
{
	Words address = message_say(speech->speaker, href, NULL, speech->at);
	return link_to(speech->speaker, &address, href->place);
}

/* Nobody could follow it, by eye or by ear. */
static void tell_unworded(Speaker *speaker, const Pattern *link)
{
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, link->place, DIAG_LAYOUT, "this link has no words for this record");
	diag_hint(diags, "let some of them stand outside of the braces, or the whole <a> inside");
}

static void say_span(const Speech *speech, const Pattern *span, Composing *out)
{
	Speech inner = *speech;
	inner.style = span->style ? span->style : speech->style;
	const LinkTo *around = out->link;
	size_t before = out->text.length;
	int told = diags_errors(speech->speaker->diags);
	if (span->href)
		out->link = say_href(speech, span->href);
	say(&inner, span->inside, out);
	if (span->href && told == diags_errors(speech->speaker->diags) &&
	    !character_speaks(strbuf_text(&out->text) + before))
		tell_unworded(speech->speaker, span);
	out->link = around;
}

static void say(const Speech *speech, const Pattern *pattern, Composing *out)
{
	for (; pattern; pattern = pattern->next) {
		switch (pattern->kind) {
		case PATTERN_TEXT:
			say_text(speech, pattern, out);
			break;
		case PATTERN_VALUE:
			say_value(speech, pattern, out);
			break;
		case PATTERN_PLURAL:
			say_plural(speech, pattern, out);
			break;
		case PATTERN_SELECT:
			say_select(speech, pattern, out);
			break;
		case PATTERN_HASH:
			if (speech->hash)
				say_formatted(speech, speech->hash, FORMAT_NUMBER, NULL, out);
			break;
		case PATTERN_SPAN:
			say_span(speech, pattern, out);
			break;
		}
	}
}

Words message_say(Speaker *speaker, const Pattern *pattern, const Style *style, const Standing *at)
{
	Composing out = words_begin(speaker->arena);
	Speech speech = {.speaker = speaker, .at = at, .style = style};
	say(&speech, pattern, &out);
	return words_end(&out, style);
}
