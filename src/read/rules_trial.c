/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "read/rules_parts.h"
#include "read/xml_trouble.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

/*
 * libxml2 counts the steps it takes, and a phase may take so many altogether: some
 * three hundred times what a record needs, and twenty times what a thousand records
 * with a thousand of the year before do.
 *
 * What it does not count is putting together nodes that it may come by twice: each
 * is compared with all before it. So an expression that joins has fewer steps at a
 * time, and the phase is charged for the comparisons.
 */
enum { STEPS_RECORD = 5000000, STEPS_EDITION = 20000000 };
enum { STEPS_JOINING = 60000, COMPARISONS_A_STEP = 256 };

/* A value that is said, and a message, are no longer than this, in characters. */
enum { VALUE_MOST = 120 };

typedef struct Finding {
	DiagLevel level;
	Place place;
	const char *message, *hint;
	int order;
} Finding;

static void on_fault(void *who, GivenError error)
{
	Trial *t = who;
	if (t->over)
		return;
	if (error->code == XML_ERR_NO_MEMORY)
		die("out of memory");
	t->over = true;
	if (error->code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED) {
		diag_error(t->diags, t->at, DIAG_RULE, "the rules take too long up to this one");
		diag_hint(t->diags, "look for paths that compare everything with everything");
	} else {
		xpath_fault(t->diags, t->at, error->code);
	}
}

xmlXPathContextPtr trial_context(const Rules *rules)
{
	xmlXPathContextPtr context = xml_have(xmlXPathNewContext(NULL));
	for (int i = 0; i < rules->prefixes.count; i++) {
		const Prefix *prefix = list_at(&rules->prefixes, i);
		xmlXPathRegisterNs(context, xml_chars(prefix->name), xml_chars(prefix->uri));
	}
	xpath_functions(context);
	xmlXPathContextSetCache(context, 1, -1, 0);
	context->error = on_fault;
	return context;
}

static Trial trial_open(Arena *a, const Rules *rules, xmlDocPtr doc, Diags *diags)
{
	xmlXPathContextPtr context = rules->context;
	context->doc = doc;
	context->node = NULL;
	context->opCount = 0;
	return (Trial){.a = a,
		       .rules = rules,
		       .diags = diags,
		       .context = context,
		       .standpoint = {.key = key_find},
		       .indexes = ARENA_ARRAY(a, rules->key_count, List),
		       .findings = list_new(a, sizeof(Finding))};
}

/* The context stays, and what libxml2 keeps in it of no document. */
static void trial_close(Trial *t)
{
	t->context->doc = NULL;
	t->context->node = NULL;
	t->context->userData = NULL;
}

/* Before an expression is worked out; gives what trial_charge takes after it. */
static unsigned long trial_allow(Trial *t, const XPath *path)
{
	xmlXPathContextPtr c = t->context;
	t->at = path->place;
	c->opLimit = t->steps;
	if (path->joins && t->steps - c->opCount > STEPS_JOINING)
		c->opLimit = c->opCount + STEPS_JOINING;
	return c->opCount;
}

static void trial_charge(Trial *t, const XPath *path, unsigned long before)
{
	xmlXPathContextPtr c = t->context;
	unsigned long taken = c->opCount - before, left = t->steps - c->opCount;
	unsigned long charge = path->joins ? taken * taken / COMPARISONS_A_STEP : 0;
	c->opCount += charge < left ? charge : left;
	c->opLimit = t->steps;
}

xmlXPathObjectPtr trial_evaluate(Trial *t, const XPath *path, xmlNodePtr from)
{
	if (path->compiled == NULL || t->over)
		return NULL;
	unsigned long before = trial_allow(t, path);
	t->context->node = from;
	xmlXPathObjectPtr found = xmlXPathCompiledEval(path->compiled, t->context);
	trial_charge(t, path, before);
	return found;
}

/* Whether it is true there; false as well when it cannot be worked out. */
static bool is_true(Trial *t, const XPath *path, xmlNodePtr from)
{
	if (path->compiled == NULL || t->over)
		return false;
	unsigned long before = trial_allow(t, path);
	t->standpoint.current = t->context->node = from;
	int result = xmlXPathCompiledEvalToBoolean(path->compiled, t->context);
	trial_charge(t, path, before);
	return result == 1;
}

xmlXPathObjectPtr trial_find(Trial *t, const XPath *path, xmlNodePtr from)
{
	xmlXPathObjectPtr found = trial_evaluate(t, path, from);
	if (found && found->type == XPATH_NODESET)
		return found;
	xmlXPathFreeObject(found);
	return NULL;
}

static const char *words_take(Trial *t, xmlChar *given)
{
	const char *words = given ? str_fold(t->a, (const char *)given) : "";
	xmlFree(given);
	return words;
}

const char *trial_words(Trial *t, xmlNodePtr node)
{
	return words_take(t, xmlXPathCastNodeToString(node));
}

const char *trial_string(Trial *t, const XPath *path, xmlNodePtr from)
{
	t->standpoint.current = from;
	xmlXPathObjectPtr found = trial_evaluate(t, path, from);
	const char *words = found ? words_take(t, xmlXPathCastToString(found)) : "";
	xmlXPathFreeObject(found);
	return words;
}

/* A namespace that was found is no node: its element stands behind it. */
static const xmlNode *node_of(const xmlNode *node)
{
	return node->type == XML_NAMESPACE_DECL
		   ? (const xmlNode *)((const xmlNs *)(const void *)node)->next
		   : node;
}

Place trial_place(const Trial *t, const xmlNode *found)
{
	const xmlNode *node = node_of(found);
	if (node->type == XML_DOCUMENT_NODE)
		node = xmlDocGetRootElement((xmlDocPtr)(uintptr_t)node);
	const Node *ours = xml_doc_node(node);
	if (ours == NULL)
		return (Place){.file = t->rules->file};
	if (node->type != XML_ATTRIBUTE_NODE)
		return ours->place;
	const char *name = (const char *)node->name;
	const Attr *attr = node_attr(ours, node->ns ? str_format(t->a, "xml:%s", name) : name);
	return attr ? attr->value_place : ours->place;
}

void trial_finding(Trial *t, DiagLevel level, Place place, const char *message, const char *hint)
{
	*(Finding *)list_add(&t->findings) =
	    (Finding){level, place, message, hint, t->findings.count};
}

/* Shortened where it is very long. */
static void value_add(StrBuf *buf, const char *words)
{
	const char *end = words;
	int count = 0;
	while (*end && count < VALUE_MOST) {
		str_next(&end);
		count++;
	}
	strbuf_add_n(buf, words, (size_t)(end - words));
	if (*end)
		strbuf_add(buf, "…");
}

static const char *name_of(Trial *t, const Piece *piece, xmlNodePtr node)
{
	const char *name = (const char *)node->name;
	if (piece->value.place.line) {
		xmlXPathObjectPtr found = trial_find(t, &piece->value, node);
		bool any = found && !xmlXPathNodeSetIsEmpty(found->nodesetval);
		name = any ? str_copy(t->a, (const char *)found->nodesetval->nodeTab[0]->name) : "";
		xmlXPathFreeObject(found);
	}
	return name ? name : "";
}

/* A sum of 9.5 and 0.2 is 9.7 to people, whatever binary fractions make of it. */
static const char *number_words(Trial *t, double number)
{
	bool plain = number > -1e12 && number < 1e12;
	return plain ? str_format(t->a, "%.12g", number)
		     : words_take(t, xmlXPathCastNumberToString(number));
}

static const char *value_of(Trial *t, const Piece *piece, xmlNodePtr node)
{
	if (piece->name)
		return name_of(t, piece, node);
	xmlXPathObjectPtr found = trial_evaluate(t, &piece->value, node);
	const char *words = found && found->type == XPATH_NUMBER ? number_words(t, found->floatval)
			    : found ? words_take(t, xmlXPathCastToString(found))
				    : "";
	xmlXPathFreeObject(found);
	return words;
}

static const char *sentence_say(Trial *t, const Sentence *sentence, xmlNodePtr node)
{
	StrBuf buf = {.arena = t->a};
	for (int i = 0; i < sentence->count; i++) {
		const Piece *piece = &sentence->pieces[i];
		if (piece->words)
			strbuf_add(&buf, piece->words);
		else
			value_add(&buf, value_of(t, piece, node));
	}
	return str_fold(t->a, strbuf_text(&buf));
}

static const char *hints_say(Trial *t, const Test *test, xmlNodePtr node)
{
	StrBuf buf = {.arena = t->a};
	for (const Sentence *const *hint = test->hints; *hint; hint++)
		strbuf_format(&buf, "%s%s", buf.length ? "; " : "", sentence_say(t, *hint, node));
	return buf.length ? strbuf_text(&buf) : NULL;
}

static Place subject_place(Trial *t, const Test *test, xmlNodePtr node)
{
	xmlXPathObjectPtr found = trial_find(t, &test->subject, node);
	bool any = found && !xmlXPathNodeSetIsEmpty(found->nodesetval);
	Place place = trial_place(t, any ? found->nodesetval->nodeTab[0] : node);
	xmlXPathFreeObject(found);
	return place;
}

static void test_try(Trial *t, const Test *test, xmlNodePtr node)
{
	if (t->warnings && test->level == DIAG_ERROR)
		return;
	if (is_true(t, &test->test, node) != test->report || t->over || !test->test.compiled)
		return;
	trial_finding(t, test->level, subject_place(t, test, node),
		      sentence_say(t, &test->message, node), hints_say(t, test, node));
}

/* Each kind of node has room for a mark of its reader's, not at the same spot. */
static void **mark_of(xmlNodePtr node)
{
	if (node->type == XML_ATTRIBUTE_NODE)
		return &((xmlAttrPtr)(void *)node)->psvi;
	if (node->type == XML_DOCUMENT_NODE)
		return &((xmlDocPtr)(void *)node)->psvi;
	return &node->psvi;
}

/* False when a rule of this theme has it already. */
static bool take(const Theme *theme, xmlNodePtr node)
{
	void **mark = mark_of(node);
	if (*mark == theme)
		return false;
	*mark = (void *)(uintptr_t)theme;
	return true;
}

static void branch_try(Trial *t, const Theme *theme, const Rule *rule, const XPath *branch)
{
	xmlXPathObjectPtr found = trial_find(t, branch, (xmlNodePtr)t->context->doc);
	int count = found ? xmlXPathNodeSetGetLength(found->nodesetval) : 0;
	for (int i = 0; i < count && !t->over; i++) {
		xmlNodePtr node = found->nodesetval->nodeTab[i];
		if (node->type == XML_NAMESPACE_DECL || !take(theme, node))
			continue;
		for (int test = 0; test < rule->test_count; test++)
			test_try(t, &rule->tests[test], node);
	}
	xmlXPathFreeObject(found);
}

static void theme_try(Trial *t, const Theme *theme)
{
	for (int i = 0; i < theme->rule_count; i++) {
		const Rule *rule = &theme->rules[i];
		for (int j = 0; j < rule->context.count; j++)
			branch_try(t, theme, rule, list_at(&rule->context, j));
	}
	for (int i = 0; i < theme->likeness_count && !t->over; i++)
		if (!t->warnings || theme->likenesses[i].level != DIAG_ERROR)
			likeness_try(t, &theme->likenesses[i]);
}

/* In the order of the places, which is that of reading. */
static int by_place(const void *a, const void *b)
{
	const Finding *x = a, *y = b;
	int order = strcmp(x->place.file ? x->place.file : "", y->place.file ? y->place.file : "");
	if (order == 0)
		order = (x->place.line > y->place.line) - (x->place.line < y->place.line);
	if (order == 0)
		order = (x->place.column > y->place.column) - (x->place.column < y->place.column);
	return order ? order : x->order - y->order;
}

static void findings_tell(Trial *t)
{
	if (t->findings.count > 1)
		qsort(t->findings.items, (size_t)t->findings.count, sizeof(Finding), by_place);
	for (int i = 0; i < t->findings.count; i++) {
		const Finding *f = list_at(&t->findings, i);
		if (f->level == DIAG_ERROR)
			diag_error(t->diags, f->place, DIAG_RULE, "%s", f->message);
		else
			diag_warning(t->diags, f->place, DIAG_RULE, "%s", f->message);
		if (f->hint)
			diag_hint(t->diags, "%s", f->hint);
	}
}

static bool phase_try(const Rules *rules, Phase phase, bool warnings, xmlDocPtr doc, Diags *diags)
{
	int before = diags_errors(diags);
	Arena *scratch = arena_new();
	Trial t = trial_open(scratch, rules, doc, diags);
	t.context->userData = &t;
	t.steps = phase == PHASE_RECORD ? STEPS_RECORD : STEPS_EDITION;
	t.warnings = warnings;
	for (int i = 0; i < rules->theme_count; i++)
		if (rules->themes[i].phases[phase] && (!warnings || rules->themes[i].warns))
			theme_try(&t, &rules->themes[i]);
	findings_tell(&t);
	trial_close(&t);
	arena_free(scratch);
	return diags_errors(diags) == before;
}

bool rules_check_record(const Rules *rules, xmlDocPtr doc, Diags *diags)
{
	return phase_try(rules, PHASE_RECORD, false, doc, diags);
}

bool rules_warn(const Rules *rules)
{
	for (int i = 0; i < rules->theme_count; i++)
		if (rules->themes[i].phases[PHASE_RECORD] && rules->themes[i].warns)
			return true;
	return false;
}

void rules_warn_record(const Rules *rules, xmlDocPtr doc, Diags *diags)
{
	phase_try(rules, PHASE_RECORD, true, doc, diags);
}

bool rules_check_edition(const Rules *rules, const Merged *merged, Diags *diags)
{
	xmlDocPtr doc = merged_doc(merged);
	bool good = phase_try(rules, PHASE_EDITION, false, doc, diags);
	xmlFreeDoc(doc);
	return good;
}
