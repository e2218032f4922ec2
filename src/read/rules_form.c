/* SPDX-License-Identifier: MIT */
#include "read/rules_form.h"

#include "read/form.h"

#include <string.h>

/* Attributes that other programs heed and that change nothing here. */
#define RICH "icon see fpi xml:lang xml:space "

static const Form forms[] = {
    {"schema", RICH "id schemaVersion queryBinding defaultPhase",
     "title ns p key phase pattern+ diagnostics?", false},
    {"title", "", "dir emph span", true},
    {"p", "id class icon xml:lang", "dir emph span", true},
    {"ns", "prefix! uri!", "", false},
    {"phase", RICH "id!", "p active", false},
    {"active", "pattern!", "dir emph span", true},
    {"pattern", RICH "id abstract is-a", "title p rule alike known once same", false},
    {"rule", RICH "id context role subject abstract", "p assert report", false},
    {"assert", RICH "id test! role subject diagnostics", "value-of name emph dir span", true},
    {"report", RICH "id test! role subject diagnostics", "value-of name emph dir span", true},
    {"diagnostics", "", "diagnostic", false},
    {"diagnostic", RICH "id!", "value-of emph dir span", true},
    {"value-of", "select!", "", false},
    {"name", "path", "", false},
    {"emph", "", "", true},
    {"span", "class", "", true},
    {"dir", "value", "", true},
    {NULL, NULL, NULL, false}};

static const Form likeness_forms[] = {{"alike", "context! role", "", false},
				      {"known", "context! among! role", "", true},
				      {"once", "context! key! subject role", "", true},
				      {"same", "context! key! value! subject role", "", true},
				      {NULL, NULL, NULL, false}};

static const Form xslt_forms[] = {{"key", "name! match! use!", "", false},
				  {NULL, NULL, NULL, false}};

static const Language language = {"a file of rules", "schema", SCHEMATRON, forms};
static const Language likeness_language = {"likeness", NULL, LIKENESS, likeness_forms};

static const Language xslt_language = {"XSLT", NULL, XSLT, xslt_forms};
static const Language *const guest_languages[] = {&likeness_language, &xslt_language, NULL};

/* What Schematron has and we have not: told in words of its own. */
static const char refused[] = "let extends include param properties library";

static bool is_refused(const Node *node)
{
	const char *found = strstr(refused, node->name);
	size_t length = strlen(node->name);
	return found && strcmp(node->space, SCHEMATRON) == 0 &&
	       (found == refused || found[-1] == ' ') &&
	       (found[length] == ' ' || found[length] == '\0');
}

static void abstract_refuse(const Node *node, Diags *diags)
{
	const Attr *attr = node_attr(node, "abstract");
	if (attr && strcmp(attr->value, "false") == 0)
		attr = NULL;
	if (attr == NULL)
		attr = node_attr(node, "is-a");
	if (attr == NULL)
		return;
	diag_error(diags, attr->place, DIAG_FORM,
		   "abstract patterns and rules are not understood here");
	diag_hint(diags, "write out each pattern and rule");
}

static void refusals_tell(const Node *node, Diags *diags)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		abstract_refuse(child, diags);
		if (is_refused(child)) {
			diag_error(diags, child->place, DIAG_FORM,
				   "<%s> is Schematron, but not understood here", child->name);
			diag_hint(diags, "rules stand in one file, each written out, without "
					 "variables; the expression itself can stand in a test");
		}
		refusals_tell(child, diags);
	}
}

bool rules_form_check(Arena *scratch, const Node *root, Diags *diags)
{
	static const Guests guests = {guest_languages, refused};
	form_check_guests(scratch, root, &language, &guests, diags);
	if (strcmp(root->name, "schema") != 0 || strcmp(root->space, SCHEMATRON) != 0)
		return false;
	refusals_tell(root, diags);
	return true;
}
