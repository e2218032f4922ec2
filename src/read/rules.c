/* SPDX-License-Identifier: MIT */
#include "read/rules.h"

#include "base/str.h"
#include "read/rules_form.h"
#include "read/rules_parts.h"
#include "read/xml.h"

#include <string.h>

typedef struct Reading {
	Arena *a;
	const Node *root;
	Diags *diags;
	Compiler compiler;
	Rules *rules;
} Reading;

static bool is(const Node *node, const char *name)
{
	return node->kind == NODE_ELEMENT && strcmp(node->name, name) == 0 &&
	       strcmp(node->space, SCHEMATRON) == 0;
}

static bool is_likeness(const Node *node)
{
	return node->kind == NODE_ELEMENT && strcmp(node->space, LIKENESS) == 0;
}

static void tell_unknown(Reading *r, const Attr *attr, const char *what, const char *word,
			 const char *const *known)
{
	const char *nearest = str_nearest(word, known);
	diag_error(r->diags, attr->value_place, DIAG_FORM, "there is no %s \"%.60s\"%s", what, word,
		   str_guess(r->a, nearest));
}

static DiagLevel level_of(Reading *r, const Node *node, DiagLevel otherwise)
{
	static const char *const words[] = {"error", "warning", NULL};
	const Attr *role = node_attr(node, "role");
	if (role == NULL)
		return otherwise;
	if (strcmp(role->value, "error") != 0 && strcmp(role->value, "warning") != 0) {
		tell_unknown(r, role, "role", role->value, words);
		diag_hint(r->diags, "a role is \"error\" or \"warning\"");
	}
	return strcmp(role->value, "warning") == 0 ? DIAG_WARNING : DIAG_ERROR;
}

static void pieces_read(Reading *r, const Node *node, List *pieces)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_TEXT)
			*(Piece *)list_add(pieces) = (Piece){.words = child->text};
		else if (is(child, "value-of"))
			*(Piece *)list_add(pieces) = (Piece){
			    .value = xpath_compile(&r->compiler, node_attr(child, "select"))};
		else if (is(child, "name"))
			*(Piece *)list_add(pieces) =
			    (Piece){.value = xpath_compile(&r->compiler, node_attr(child, "path")),
				    .name = true};
		else
			pieces_read(r, child, pieces);
	}
}

static Sentence sentence_read(Reading *r, const Node *node)
{
	List pieces = list_new(r->a, sizeof(Piece));
	pieces_read(r, node, &pieces);
	if (node_child(node, "value-of") == NULL && node_child(node, "name") == NULL &&
	    str_fold(r->a, node_text(r->a, node))[0] == '\0') {
		diag_error(r->diags, node->place, DIAG_FORM, "<%s> is empty", node->name);
		diag_hint(r->diags, "say what is wrong when it is told");
	}
	return (Sentence){pieces.items, pieces.count};
}

/* The next word of a list separated by white space; NULL at its end. */
static const char *word_take(Arena *a, const char **list)
{
	while (str_is_space(**list))
		(*list)++;
	const char *from = *list;
	while (**list && !str_is_space(**list))
		(*list)++;
	return *list > from ? str_copy_n(a, from, (size_t)(*list - from)) : NULL;
}

/* The ids of the elements called `name` in `parent`, for str_nearest. */
static const char *const *ids_of(Reading *r, const Node *parent, const char *name)
{
	List ids = list_new(r->a, sizeof(const char *));
	for (const Node *n = node_child(parent, name); n; n = node_next(n, name))
		if (node_value(n, "id"))
			*(const char **)list_add(&ids) = node_value(n, "id");
	*(const char **)list_add(&ids) = NULL;
	return ids.items;
}

static const Node *with_id(const Node *parent, const char *name, const char *id)
{
	for (const Node *n = node_child(parent, name); n; n = node_next(n, name))
		if (str_equal(node_value(n, "id"), id))
			return n;
	return NULL;
}

static const Sentence *const *hints_read(Reading *r, const Node *node)
{
	const Node *all = node_child(r->root, "diagnostics");
	const Attr *attr = node_attr(node, "diagnostics");
	List hints = list_new(r->a, sizeof(Sentence *));
	const char *rest = attr ? attr->value : "";
	for (const char *id; (id = word_take(r->a, &rest)) != NULL;) {
		const Node *diagnostic = with_id(all, "diagnostic", id);
		if (diagnostic == NULL) {
			tell_unknown(r, attr, "diagnostic", id, ids_of(r, all, "diagnostic"));
			continue;
		}
		Sentence *hint = ARENA_NEW(r->a, Sentence);
		*hint = sentence_read(r, diagnostic);
		*(const Sentence **)list_add(&hints) = hint;
	}
	*(const Sentence **)list_add(&hints) = NULL;
	return hints.items;
}

static Test test_read(Reading *r, const Node *node, const Attr *subject, DiagLevel level)
{
	const Attr *own = node_attr(node, "subject");
	return (Test){.test = xpath_compile(&r->compiler, node_attr(node, "test")),
		      .report = is(node, "report"),
		      .level = level_of(r, node, level),
		      .subject = xpath_compile(&r->compiler, own ? own : subject),
		      .message = sentence_read(r, node),
		      .hints = hints_read(r, node)};
}

static Rule rule_read(Reading *r, const Node *node)
{
	List tests = list_new(r->a, sizeof(Test));
	const Attr *context = node_attr(node, "context");
	const Attr *abstract = node_attr(node, "abstract");
	if (context == NULL && !(abstract && strcmp(abstract->value, "true") == 0)) {
		diag_error(r->diags, node->place, DIAG_FORM,
			   "<rule> lacks the attribute "
			   "\"context\"");
		diag_hint(r->diags, "write <rule context=\"…\">: what the rule is about");
	}
	DiagLevel level = level_of(r, node, DIAG_ERROR);
	Rule rule = {.context = xpath_branches(&r->compiler, context)};
	for (const Node *n = node->first; n; n = n->next)
		if (is(n, "assert") || is(n, "report"))
			*(Test *)list_add(&tests) =
			    test_read(r, n, node_attr(node, "subject"), level);
	rule.tests = tests.items;
	rule.test_count = tests.count;
	return rule;
}

static Likeness likeness_read(Reading *r, const Node *node)
{
	/* In the order of LikenessKind; an unknown one was told before. */
	static const char *const names[] = {"alike", "known", "once", "same"};
	int kind = LIKENESS_SAME;
	while (kind > 0 && strcmp(names[kind], node->name) != 0)
		kind--;
	const char *words = str_fold(r->a, node_text(r->a, node));
	return (Likeness){.context = xpath_branches(&r->compiler, node_attr(node, "context")),
			  .kind = (LikenessKind)kind,
			  .key = xpath_compile(&r->compiler, node_attr(node, "key")),
			  .value = xpath_compile(&r->compiler, node_attr(node, "value")),
			  .subject = xpath_compile(&r->compiler, node_attr(node, "subject")),
			  .among = xpath_branches(&r->compiler, node_attr(node, "among")),
			  .words = words[0]                 ? words
				   : kind == LIKENESS_KNOWN ? "is not known"
							    : "this",
			  .level = level_of(r, node, DIAG_ERROR)};
}

static bool theme_warns(const Theme *theme)
{
	for (int i = 0; i < theme->likeness_count; i++)
		if (theme->likenesses[i].level != DIAG_ERROR)
			return true;
	for (int i = 0; i < theme->rule_count; i++)
		for (int test = 0; test < theme->rules[i].test_count; test++)
			if (theme->rules[i].tests[test].level != DIAG_ERROR)
				return true;
	return false;
}

static void theme_read(Reading *r, const Node *node, Theme *theme)
{
	List rules = list_new(r->a, sizeof(Rule)), likenesses = list_new(r->a, sizeof(Likeness));
	for (const Node *n = node->first; n; n = n->next) {
		if (is(n, "rule"))
			*(Rule *)list_add(&rules) = rule_read(r, n);
		else if (is_likeness(n))
			*(Likeness *)list_add(&likenesses) = likeness_read(r, n);
	}
	theme->rules = rules.items;
	theme->rule_count = rules.count;
	theme->likenesses = likenesses.items;
	theme->likeness_count = likenesses.count;
	theme->warns = theme_warns(theme);
}

static void prefixes_read(Reading *r)
{
	for (const Node *ns = node_child(r->root, "ns"); ns; ns = node_next(ns, "ns")) {
		const char *prefix = node_value(ns, "prefix"), *uri = node_value(ns, "uri");
		if (prefix && uri)
			compiler_prefix(&r->compiler, prefix, uri);
	}
}

static bool is_key(const Node *node)
{
	return node->kind == NODE_ELEMENT && strcmp(node->name, "key") == 0 &&
	       strcmp(node->space, XSLT) == 0 && node_value(node, "name");
}

/* The names first: keys are asked for in all that follows. */
static void keys_read(Reading *r)
{
	List names = list_new(r->a, sizeof(const char *)), keys = list_new(r->a, sizeof(Key));
	for (const Node *n = r->root->first; n; n = n->next)
		if (is_key(n))
			*(const char **)list_add(&names) = node_value(n, "name");
	*(const char **)list_add(&names) = NULL;
	r->compiler.keys = names.items;
	for (const Node *n = r->root->first; n; n = n->next)
		if (is_key(n))
			*(Key *)list_add(&keys) =
			    (Key){node_value(n, "name"),
				  xpath_branches(&r->compiler, node_attr(n, "match")),
				  xpath_compile(&r->compiler, node_attr(n, "use"))};
	r->rules->keys = keys.items;
	r->rules->key_count = keys.count;
}

static const char *const phase_names[] = {
    [PHASE_RECORD] = "record", [PHASE_EDITION] = "edition", [PHASES] = NULL};

static bool is_active(const Node *phase, const char *pattern)
{
	for (const Node *a = node_child(phase, "active"); a; a = node_next(a, "active"))
		if (pattern && str_equal(node_value(a, "pattern"), pattern))
			return true;
	return false;
}

/* A pattern in no phase is one for records. */
static void phases_read(Reading *r, const Node *pattern, Theme *theme)
{
	for (int i = 0; i < PHASES; i++)
		theme->phases[i] =
		    is_active(with_id(r->root, "phase", phase_names[i]), node_value(pattern, "id"));
	theme->phases[PHASE_RECORD] = theme->phases[PHASE_RECORD] || !theme->phases[PHASE_EDITION];
}

static void phase_check(Reading *r, const Node *phase)
{
	const Attr *id = node_attr(phase, "id");
	if (id && strcmp(id->value, "record") != 0 && strcmp(id->value, "edition") != 0) {
		tell_unknown(r, id, "phase", id->value, phase_names);
		diag_hint(r->diags,
			  "phase \"record\" is for one record, phase \"edition\" for all of them");
	}
	for (const Node *a = node_child(phase, "active"); a; a = node_next(a, "active")) {
		const Attr *pattern = node_attr(a, "pattern");
		if (pattern && with_id(r->root, "pattern", pattern->value) == NULL)
			tell_unknown(r, pattern, "pattern", pattern->value,
				     ids_of(r, r->root, "pattern"));
	}
}

/* The first element in the file with that id. */
static const Node *first_with(const Node *node, const char *id)
{
	const Node *found = NULL;
	if (node->kind == NODE_ELEMENT && str_equal(node_value(node, "id"), id))
		return node;
	for (const Node *child = node->first; child && !found; child = child->next)
		found = first_with(child, id);
	return found;
}

/* Ids are XML's: whatever they are of, each stands once in the file. */
static void twins_check(Reading *r, const Node *node)
{
	const Attr *id = node_attr(node, "id");
	const Node *first = id ? first_with(r->root, id->value) : node;
	if (first != node)
		diag_error(r->diags, id->value_place, DIAG_FORM,
			   "the id \"%.60s\" is taken: <%s> at line %d has it", id->value,
			   first->name, first->place.line);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			twins_check(r, child);
}

static void header_check(Reading *r)
{
	const Attr *binding = node_attr(r->root, "queryBinding");
	const Attr *usual = node_attr(r->root, "defaultPhase");
	if (binding && strcmp(binding->value, "xslt") != 0) {
		diag_error(r->diags, binding->value_place, DIAG_FORM,
			   "queries of the kind \"%.60s\" are not understood here", binding->value);
		diag_hint(r->diags, "write queryBinding=\"xslt\", and the tests in XPath 1.0");
	}
	if (usual && strcmp(usual->value, "#ALL") != 0 &&
	    with_id(r->root, "phase", usual->value) == NULL)
		tell_unknown(r, usual, "phase", usual->value, ids_of(r, r->root, "phase"));
	twins_check(r, r->root);
	for (const Node *p = node_child(r->root, "phase"); p; p = node_next(p, "phase"))
		phase_check(r, p);
}

static void schema_read(Reading *r)
{
	if (!rules_form_check(r->a, r->root, r->diags))
		return;
	header_check(r);
	prefixes_read(r);
	keys_read(r);
	List themes = list_new(r->a, sizeof(Theme));
	for (const Node *p = node_child(r->root, "pattern"); p; p = node_next(p, "pattern")) {
		Theme *theme = list_add(&themes);
		theme_read(r, p, theme);
		phases_read(r, p, theme);
	}
	r->rules->themes = themes.items;
	r->rules->theme_count = themes.count;
}

Rules *rules_open(Arena *a, const Source *source, Diags *diags)
{
	int before = diags_errors(diags);
	Ingredient file;
	const Node *root = xml_read(a, source, &file, diags);
	if (root == NULL)
		return NULL;
	Reading r = {a, root, diags, compiler_open(a, diags), ARENA_NEW(a, Rules)};
	schema_read(&r);
	compiler_close(&r.compiler);
	r.rules->file = source->path;
	r.rules->read = file;
	r.rules->prefixes = r.compiler.prefixes;
	r.rules->compiled = r.compiler.compiled;
	r.rules->context = trial_context(r.rules);
	if (diags_errors(diags) == before)
		return r.rules;
	rules_close(r.rules);
	return NULL;
}

const Ingredient *rules_file(const Rules *rules)
{
	return &rules->read;
}

void rules_close(Rules *rules)
{
	if (!rules)
		return;
	for (int i = 0; i < rules->compiled.count; i++)
		xmlXPathFreeCompExpr(*(xmlXPathCompExprPtr *)list_at(&rules->compiled, i));
	xmlXPathFreeContext(rules->context);
}
