/* SPDX-License-Identifier: MIT */
#include "model/page.h"

const char *tag_name(TagKind kind)
{
	static const char *const names[TAG_KINDS] = {
	    [TAG_DOCUMENT] = "Document",
	    [TAG_H1] = "H1",
	    [TAG_H2] = "H2",
	    [TAG_H3] = "H3",
	    [TAG_P] = "P",
	    [TAG_TABLE] = "Table",
	    [TAG_CAPTION] = "Caption",
	    [TAG_THEAD] = "THead",
	    [TAG_TBODY] = "TBody",
	    [TAG_TR] = "TR",
	    [TAG_TH] = "TH",
	    [TAG_TD] = "TD",
	    [TAG_FIGURE] = "Figure",
	    [TAG_NOTE] = "Note",
	    [TAG_LBL] = "Lbl",
	    [TAG_L] = "L",
	    [TAG_LI] = "LI",
	    [TAG_LBODY] = "LBody",
	    [TAG_LINK] = "Link",
	    [TAG_SPAN] = "Span",
	};
	return names[kind];
}
