/* SPDX-License-Identifier: MIT */
#include "fill/rounding.h"

#include "base/address.h"
#include "base/list.h"
#include "base/str.h"
#include "fill/share.h"

#include <string.h>

/* Values that are rounded together. Each is told by an address: of the attribute, else of the element. */
typedef struct Sharing {
	List members; /* of Found */
	int decimals;
	Place asked; /* where the layout says so */
	bool done;
	const char **texts; /* as they are printed; NULL: they cannot be, which was told */
	Addresses *places;  /* of each: the place in `texts` */
} Sharing;

struct Rounding {
	Addresses *rounds; /* of what a <round> selects: the Sharing it belongs to */
	Addresses *shares; /* of what was asked for as a share: the Sharing of its siblings */
};

static const void *address_of(const Node *node, const Attr *attr)
{
	return attr ? (const void *)attr : node;
}

static Sharing *sharing_new(Arena *a, int decimals, Place asked)
{
	Sharing *sharing = ARENA_NEW(a, Sharing);
	*sharing = (Sharing){list_new(a, sizeof(Found)), decimals, asked, false, NULL, NULL};
	return sharing;
}

static void sharing_add(Sharing *sharing, Addresses *all, const Node *node, const Attr *attr)
{
	*(Found *)list_add(&sharing->members) = (Found){.node = node, .attr = attr};
	address_put(all, address_of(node, attr), sharing);
}

/* Of what one <round> selects, those inside one parent belong together. */
static void round_find(Speaker *speaker, const RoundSpec *round, Addresses *all)
{
	Addresses *parents = addresses_new(speaker->arena);
	FoundList found = path_select(speaker->arena, round->select, speaker->top);
	for (int i = 0; i < found.count; i++) {
		const Node *node = found.items[i].node;
		const void *parent = node->parent ? node->parent : node;
		if (address_find(all, address_of(node, found.items[i].attr)))
			continue;
		Sharing *sharing = address_find(parents, parent);
		if (!sharing)
			sharing = sharing_new(speaker->arena, round->decimals, round->place);
		address_put(parents, parent, sharing);
		sharing_add(sharing, all, node, found.items[i].attr);
	}
}

/* What is looked up on this page; made when it is first wanted. */
static struct Rounding *rounding_of(Speaker *speaker)
{
	if (speaker->rounding)
		return speaker->rounding;
	const Layout *layout = speaker->saying->layout;
	struct Rounding *rounding = ARENA_NEW(speaker->arena, struct Rounding);
	rounding->rounds = addresses_new(speaker->arena);
	rounding->shares = addresses_new(speaker->arena);
	for (int i = 0; i < layout->round_count; i++)
		round_find(speaker, &layout->rounds[i], rounding->rounds);
	return speaker->rounding = rounding;
}

/* A member as a datum that the layout asks for. */
static Datum member_datum(Speaker *speaker, const Sharing *sharing, int i)
{
	const Found *member = list_at(&sharing->members, i);
	Datum datum = {.text = found_text(speaker->arena, member)};
	datum.name = member->attr ? member->attr->name : member->node->name;
	datum.element = member->node;
	datum.attr = member->attr;
	datum.origin.data = found_place(member);
	datum.origin.layout = sharing->asked;
	return datum;
}

/* All its values; NULL when one of them is no number, which is told. */
static const Decimal *members_read(Speaker *speaker, const Sharing *sharing)
{
	Decimal *values = ARENA_ARRAY(speaker->arena, sharing->members.count, Decimal);
	bool good = true;
	for (int i = 0; i < sharing->members.count; i++) {
		Datum datum = member_datum(speaker, sharing, i);
		good = datum_number(speaker, &datum, &values[i]) && good;
	}
	return good ? values : NULL;
}

/* `units` are what each is printed as; `own`: what does not write so many decimals stays as it is written. */
static void texts_keep(Speaker *speaker, Sharing *sharing, const int64_t *units, bool own)
{
	Arena *a = speaker->arena;
	sharing->texts = ARENA_ARRAY(a, sharing->members.count, const char *);
	sharing->places = addresses_new(a);
	for (int i = 0; i < sharing->members.count; i++) {
		const Found *member = list_at(&sharing->members, i);
		const char *text = own ? found_text(a, member) : "";
		const char *point = strchr(text, '.');
		bool keeps = own && (!point || (int)strlen(point + 1) <= sharing->decimals);
		sharing->texts[i] = keeps ? text : share_text(a, units[i], sharing->decimals);
		address_put(sharing->places, address_of(member->node, member->attr),
			    &sharing->texts[i]);
	}
}

static const char *text_of(const Sharing *sharing, const Datum *datum)
{
	if (!sharing->texts)
		return NULL;
	const char **text = address_find(sharing->places, address_of(datum->element, datum->attr));
	return text ? *text : NULL;
}

static Sharing *round_of(Speaker *speaker, const Datum *datum)
{
	if (speaker->saying->layout->round_count == 0 || !datum->element)
		return NULL;
	return address_find(rounding_of(speaker)->rounds, address_of(datum->element, datum->attr));
}

void rounding_print(Speaker *speaker, Datum *datum)
{
	Sharing *sharing = round_of(speaker, datum);
	if (!sharing)
		return;
	if (!sharing->done) {
		sharing->done = true;
		int count = sharing->members.count;
		int64_t *units = ARENA_ARRAY(speaker->arena, count, int64_t);
		const Decimal *values = members_read(speaker, sharing);
		if (values) {
			share_rounded(speaker->arena, values, count, sharing->decimals, units);
			texts_keep(speaker, sharing, units, true);
		}
	}
	const char *text = text_of(sharing, datum);
	if (!text || str_equal(text, datum->text))
		return;
	datum->text = text;
	datum->origin.basis = basis_made(speaker->arena, datum->origin.basis, MADE_ROUNDED);
}

/* Shares */

static void tell_lacking(Speaker *speaker, const Node *sibling, const Datum *datum)
{
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, sibling->place, DIAG_DATA,
		   "%s has no attribute \"%s\", so nobody knows what the others are shares of",
		   sibling->name, datum->name);
	diag_hint(diags, "add %s=\"…\" to it%s", datum->name,
		  datum_asked(speaker, datum, "a share of them"));
}

/* The like-named values of the siblings, its own among them; false when one has none, which is told. */
static bool siblings_gather(Speaker *speaker, Sharing *sharing, const Datum *datum)
{
	const Node *node = datum->element;
	Addresses *all = rounding_of(speaker)->shares;
	bool good = true;
	if (!node->parent)
		sharing_add(sharing, all, node, datum->attr);
	for (const Node *kid = node_child(node->parent, node->name); kid;
	     kid = node_next(kid, node->name)) {
		const Attr *attr = datum->attr ? node_attr(kid, datum->name) : NULL;
		if (datum->attr && !attr) {
			tell_lacking(speaker, kid, datum);
			good = false;
			continue;
		}
		if (attr)
			seen_attr(speaker->saying->seen, attr);
		sharing_add(sharing, all, kid, attr);
	}
	return good;
}

/* False when one is negative, or when there is nothing to have a share of; each is told. */
static bool values_fit(Speaker *speaker, const Sharing *sharing, const Decimal *values,
		       const Datum *asked)
{
	bool any = false, good = true;
	for (int i = 0; i < sharing->members.count; i++) {
		any = any || values[i] != 0;
		if (values[i] >= 0)
			continue;
		Datum datum = member_datum(speaker, sharing, i);
		Diags *diags = speaker_trouble(speaker);
		diag_error(diags, datum.origin.data, DIAG_DATA,
			   "%s is %s, but what is shared out cannot be less than 0", datum.name,
			   datum.text);
		diag_hint(diags, "correct the value%s", datum_asked(speaker, &datum, "a share"));
		good = false;
	}
	if (any)
		return good;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, asked->origin.data, DIAG_DATA,
		   "%s is 0 wherever it stands, so nothing has a share of it", asked->name);
	diag_hint(diags, "correct the values, or leave the shares out when all are 0%s",
		  datum_asked(speaker, asked, "a share"));
	return false;
}

static Sharing *share_make(Speaker *speaker, const Datum *datum)
{
	const Sharing *round = round_of(speaker, datum);
	Sharing *sharing =
	    sharing_new(speaker->arena, round ? round->decimals : 0, datum->origin.layout);
	if (!siblings_gather(speaker, sharing, datum))
		return sharing;
	const Decimal *values = members_read(speaker, sharing);
	if (!values || !values_fit(speaker, sharing, values, datum))
		return sharing;
	int64_t *units = ARENA_ARRAY(speaker->arena, sharing->members.count, int64_t);
	share_parts(speaker->arena, values, sharing->members.count, sharing->decimals, units);
	texts_keep(speaker, sharing, units, false);
	return sharing;
}

const char *rounding_share(Speaker *speaker, const Datum *datum)
{
	if (!datum->element) {
		Diags *diags = speaker_trouble(speaker);
		diag_error(diags, datum->origin.layout, DIAG_LAYOUT,
			   "%s stands alone: it is no share of anything", datum->name);
		diag_hint(diags, "a share is asked of a value that stands in the data with others "
				 "of its name, such as {@count, share}");
		return NULL;
	}
	const void *address = address_of(datum->element, datum->attr);
	Sharing *sharing = address_find(rounding_of(speaker)->shares, address);
	if (!sharing)
		sharing = share_make(speaker, datum);
	return text_of(sharing, datum);
}
