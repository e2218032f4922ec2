/* SPDX-License-Identifier: MIT */
#include "read/pattern_parts.h"

#include "base/str.h"

#include <string.h>

static bool is_plural_key(const char *key)
{
	static const char *const keys[] = {"zero", "one", "two", "few", "many", "other"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return key[0] == '=' && key[1] != '\0' && strspn(key + 1, "0123456789") == strlen(key + 1);
}

static void check_key(PatternParsing *p, const Pattern *choice, const Branch *branch)
{
	if (choice->kind == PATTERN_PLURAL && !is_plural_key(branch->key)) {
		diag_error(p->diags, branch->place, DIAG_FORM, "\"%.60s\" is no case of a plural",
			   branch->key);
		diag_hint(p->diags,
			  "the cases are =1 (any number), zero, one, two, few, many, other");
	}
	for (const Branch *b = choice->branches; b && b != branch; b = b->next)
		if (strcmp(b->key, branch->key) == 0)
			diag_error(p->diags, branch->place, DIAG_FORM,
				   "the case \"%.60s\" stands here twice", branch->key);
}

static const char *take_key(PatternParsing *p)
{
	StrBuf key = {.arena = p->a};
	while (pattern_atom(p)->kind == ATOM_CHAR && !atom_is_space(pattern_atom(p)) &&
	       !pattern_sees(p, '{') && !pattern_sees(p, '}'))
		pattern_code_add(&key, p->atoms->items[p->at++].code);
	return strbuf_text(&key);
}

static Branch *parse_branch(PatternParsing *p, const PatternSetting *setting, bool plural,
			    Place brace)
{
	Branch *branch = ARENA_NEW(p->a, Branch);
	branch->place = pattern_atom(p)->place;
	branch->key = take_key(p);
	pattern_skip_space(p);
	if (pattern_atom(p)->kind != ATOM_CHAR)
		return pattern_refuse_end(p, brace);
	if (branch->key[0] == '\0')
		return pattern_refuse(p, branch->place,
				      "a case was expected here, such as \"other {…}\"", NULL);
	if (!pattern_sees(p, '{'))
		return pattern_refuse(p, pattern_atom(p)->place, "\"{\" is missing here",
				      "after the case its words stand in braces: other {…}");
	Place inner = pattern_atom(p)->place;
	p->at++;
	PatternSetting inside = {.branch = true,
				 .plural = plural || setting->plural,
				 .link = setting->link,
				 .base = setting->base};
	branch->text = pattern_parse_message(p, &inside);
	if (p->failed)
		return NULL;
	if (!pattern_sees(p, '}'))
		return pattern_refuse_end(p, inner);
	p->at++;
	return branch;
}

Pattern *pattern_parse_choice(PatternParsing *p, Pattern *choice, const PatternSetting *setting,
			      Place brace)
{
	const Branch **tail = &choice->branches;
	bool other = false;
	if (!pattern_take(p, ','))
		return pattern_refuse(p, brace, "the cases are missing here",
				      "write {path, plural, =1 {…} other {…}}");
	for (pattern_skip_space(p); !pattern_sees(p, '}'); pattern_skip_space(p)) {
		Branch *branch = parse_branch(p, setting, choice->kind == PATTERN_PLURAL, brace);
		if (branch == NULL)
			return NULL;
		*tail = branch;
		tail = &branch->next;
		check_key(p, choice, branch);
		other = other || strcmp(branch->key, "other") == 0;
	}
	p->at++;
	if (!other) {
		diag_error(p->diags, brace, DIAG_FORM, "there is no case \"other\" here");
		diag_hint(p->diags, "add other {…}: what is said when no other case fits");
	}
	return choice;
}
