/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/xml.h"

static const Node *read_text(Setup *setup, const char *text)
{
	Source source = setup_file(setup, "xml.xml", text);
	return xml_read(setup->arena, &source, NULL, setup->diags);
}

static void assert_place(Place place, int line, int column)
{
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

static void xml_knows_where_tags_and_attributes_begin(void **state)
{
	const Node *root = read_text(
	    *state, "<?xml version='1.0'?>\n"
		    "<a b = '1'\n   c=\"2>3\"\txml:lang='en'><d/> <e f='昆'  g='&lt;'/></a>");
	assert_non_null(root);
	assert_place(root->place, 2, 1);
	assert_place(root->attrs[0].place, 2, 4);
	assert_place(root->attrs[0].value_place, 2, 9);
	assert_place(root->attrs[1].place, 3, 4);
	assert_string_equal(root->attrs[1].value, "2>3");
	assert_string_equal(root->attrs[2].name, "xml:lang");
	assert_place(root->attrs[2].place, 3, 12);
	const Node *e = node_child(root, "e");
	assert_place(node_child(root, "d")->place, 3, 26);
	assert_place(e->place, 3, 31);
	assert_place(e->attrs[1].place, 3, 41);
	assert_string_equal(e->attrs[1].value, "<");
}

static void xml_skips_comments_cdata_and_instructions_without_losing_its_place(void **state)
{
	const Node *root =
	    read_text(*state, "<a><!-- <x y='>'> - ->\n--><?p <y>?><![CDATA[<z>]]>t<b/>"
			      "<![CDATA[]]><c><![CDATA[</c>]]></c><!-- ' --><d/></a>");
	const Node *c = node_child(root, "c");
	assert_place(node_child(root, "b")->place, 2, 29);
	assert_place(c->place, 2, 45);
	assert_string_equal(c->first->text, "</c>");
	assert_place(c->first->place, 2, 57);
	assert_place(node_child(root, "d")->place, 2, 78);
}

static void xml_refuses_two_hyphens_in_a_comment(void **state)
{
	assert_null(read_text(*state, "<a><!-- b -- c --></a>"));
	assert_told(*state, "1:11: two hyphens may not stand inside a comment");
}

static void xml_gives_text_in_pieces_that_stand_in_one_piece(void **state)
{
	const Node *root =
	    read_text(*state, "<a>S&amp;T <!--c-->x\r\ny<![CDATA[<&]>]]>&#x6606;z</a>");
	static const struct {
		const char *text;
		int line, column;
	} expected[] = {{"S", 1, 4},     {"&", 1, 5},   {"T ", 1, 10}, {"x\ny", 1, 20},
			{"<&]>", 2, 11}, {"昆", 2, 18}, {"z", 2, 26}};
	const Node *text = root->first;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++, text = text->next) {
		assert_non_null(text);
		assert_string_equal(text->text, expected[i].text);
		assert_place(text->place, expected[i].line, expected[i].column);
	}
	assert_null(text);
}

static void xml_counts_characters_not_bytes(void **state)
{
	const Node *root = read_text(*state, "\xef\xbb\xbf<a>昆明\t<b/></a>");
	assert_place(root->place, 1, 1);
	assert_place(node_child(root, "b")->place, 1, 7);
}

static void xml_tells_characters_that_mean_nothing_where_they_stand(void **state)
{
	assert_null(read_text(
	    *state, "\xef\xbb\xbf<a b='昆 &#xE000;'>\n x\xef\xbb\xbf昆<![CDATA[x]]>&#xF0000;"
		    "<c/>\n\xef\xb7\x90</a>"));
	assert_told(*state,
		    "1:9: what the character U+E000 means nobody can know: it is of private use\n"
		    "2:3: there is a byte order mark (U+FEFF) inside the text\n"
		    "2:18: what the character U+F0000 means nobody can know: it is of private use\n"
		    "3:1: U+FDD0 is no character");
	assert_non_null(read_text(*state, "<a><!-- \xee\x80\x80 -->，ﬁ</a>"));
}

static void xml_takes_line_ends_of_all_kinds(void **state)
{
	const Node *root = read_text(*state, "<a>\r\n<b/>\r<c/>\n<d/></a>");
	assert_place(node_child(root, "b")->place, 2, 1);
	assert_place(node_child(root, "c")->place, 3, 1);
	assert_place(node_child(root, "d")->place, 4, 1);
}

static void xml_gives_an_ampersand_in_a_value_as_one_character(void **state)
{
	const Node *root = read_text(*state, "<a b='&amp;&#38;&amp;amp; &amp;#38;'/>");
	assert_string_equal(root->attrs[0].value, "&&&amp; &#38;");
}

static void xml_names_both_tags_that_do_not_match(void **state)
{
	assert_null(read_text(*state, "<a>\n  <b>x</c>\n</a>"));
	assert_told(*state,
		    "2:7: \"</c>\" does not close \"<b>\", which was opened at line 2, column 3");
}

static void xml_says_what_is_open_when_the_file_ends(void **state)
{
	assert_null(read_text(*state, "<a>\n  <b>x\n"));
	assert_told(*state,
		    "3:1: the file ends, but \"<b>\", opened at line 2, column 3, is not closed");
}

static void xml_refuses_document_types(void **state)
{
	assert_null(read_text(
	    *state, "<!-- x -->\n<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]>\n<a>&b;</a>"));
	assert_told(*state, "2:1: a document type may not stand here");
}

static void xml_tells_two_faults_of_one_file(void **state)
{
	assert_null(read_text(*state, "<a>\n<b x='1'\n x='2'/>&nbsp;</a>"));
	assert_told(*state, "3:2: the attribute \"x\" stands here twice\n"
			    "3:9: \"&nbsp;\" means nothing here");
}

static void xml_knows_its_place_after_a_first_fault(void **state)
{
	assert_null(
	    read_text(*state, "<a>\n<b x='1' x='2'/>\n<c y='>'\n  z='' z=''/>\n<d></e></a>"));
	assert_told(*state, "2:10: the attribute \"x\" stands here twice\n"
			    "4:8: the attribute \"z\" stands here twice\n"
			    "5:4: \"</e>\" does not close \"<d>\", which was opened at line 5");
}

static void xml_gives_up_after_many_faults(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, "<a>");
	for (int i = 0; i < 200000; i++)
		strbuf_add(&text, "&x;");
	strbuf_add(&text, "</a>");
	assert_null(read_text(setup, strbuf_text(&text)));
	assert_int_equal(diags_count(setup->diags), 50);
}

static void xml_refuses_other_encodings(void **state)
{
	assert_null(read_text(*state, "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"));
	assert_told(*state, "1:31: the file says that it is not in UTF-8");
}

static void xml_finds_the_byte_that_is_no_utf8(void **state)
{
	assert_null(read_text(*state, "<a>\n昆\xe4</a>"));
	assert_told(*state, "2:2: this character is not in UTF-8");
}

static void xml_finds_a_nul(void **state)
{
	Setup *setup = *state;
	Source source = setup_bytes(setup, "nul.xml", "<a>\0</a>", 8);
	assert_null(xml_read(setup->arena, &source, NULL, setup->diags));
	assert_told(setup,
		    "1:4: there is a byte without meaning here (NUL): this is no text in UTF-8");
}

static void xml_refuses_utf16(void **state)
{
	Setup *setup = *state;
	Source source = setup_bytes(setup, "utf16.xml", "\xff\xfe<\0a\0/\0>\0", 10);
	assert_null(xml_read(setup->arena, &source, NULL, setup->diags));
	assert_told(setup, "1:1: this character is not in UTF-8");
}

static void xml_goes_256_deep_and_no_deeper(void **state)
{
	Setup *setup = *state;
	for (int depth = XML_DEPTH; depth <= XML_DEPTH + 1; depth++) {
		StrBuf text = {.arena = setup->arena};
		for (int i = 0; i < depth; i++)
			strbuf_add(&text, "<a>");
		for (int i = 0; i < depth; i++)
			strbuf_add(&text, "</a>");
		assert_int_equal(read_text(setup, strbuf_text(&text)) != NULL, depth == XML_DEPTH);
	}
	assert_told(setup, "1:769: elements stand inside each other more than 256 deep");
}

/* The time that a schema takes grows with their square. */
static void xml_refuses_attributes_without_end(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, "<r><a");
	for (int i = 0; i < 1001; i++)
		strbuf_format(&text, " a%d=''", i);
	strbuf_add(&text, "/></r>");
	assert_null(read_text(setup, strbuf_text(&text)));
	assert_told(setup, "1:4: this element has more than 1000 attributes");
}

static void xml_tells_attributes_of_other_languages(void **state)
{
	assert_null(read_text(*state, "<a xmlns:x='urn:x' x:b='1'/>"));
	assert_told(*state,
		    "1:20: the attribute \"x:b\" is of another language and cannot be used here");
}

static void xml_tells_prefixes_that_mean_nothing(void **state)
{
	assert_null(read_text(*state, "<a>\n<x:b/></a>"));
	assert_told(*state,
		    "2:1: the prefix \"x:\" is used here, but no xmlns:x says what it stands for");
}

static void xml_tells_an_empty_file(void **state)
{
	assert_null(read_text(*state, ""));
	assert_told(*state, "1:1: there is no XML here: the first thing must be an element");
}

static void xml_tells_signs_that_should_be_references(void **state)
{
	assert_null(read_text(*state, "<a>\n  R & D</a>"));
	assert_told(*state, "2:5: \"&\" stands alone");
}

static void xml_gives_the_namespace(void **state)
{
	const Node *root = read_text(*state, "<x:a xmlns:x='urn:x' xmlns='urn:y' b='1'><c/></x:a>");
	assert_string_equal(root->space, "urn:x");
	assert_string_equal(root->name, "a");
	assert_int_equal(root->attr_count, 1);
	assert_place(root->attrs[0].place, 1, 36);
	assert_string_equal(root->first->space, "urn:y");
}

/* A file of which the end was lost on its way: there is one fault, wherever it was cut. */
static void xml_tells_of_a_file_that_is_cut_off_at_any_byte(void **state)
{
	Setup *setup = *state;
	Source shipped = {"tests/model/2024/clusters/kunming.xml", NULL, {0}};
	Bytes bytes = file_read(setup->arena, &shipped, 1 << 20, setup->diags);
	size_t root_ends = bytes.length - 1;
	while (bytes.at[root_ends] != '>')
		root_ends--;
	for (size_t length = 0; length < root_ends; length++) {
		Arena *a = arena_new();
		Setup inner = {a, diags_new(a)};
		Source source = setup_bytes(&inner, "cut.xml", bytes.at, length);
		assert_null(xml_read(a, &source, NULL, inner.diags));
		assert_int_equal(diags_count(inner.diags), 1);
		assert_true(diags_at(inner.diags, 0)->place.line > 0);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(xml_knows_where_tags_and_attributes_begin),
	    SENTENCE(xml_skips_comments_cdata_and_instructions_without_losing_its_place),
	    SENTENCE(xml_refuses_two_hyphens_in_a_comment),
	    SENTENCE(xml_gives_text_in_pieces_that_stand_in_one_piece),
	    SENTENCE(xml_counts_characters_not_bytes),
	    SENTENCE(xml_tells_characters_that_mean_nothing_where_they_stand),
	    SENTENCE(xml_takes_line_ends_of_all_kinds),
	    SENTENCE(xml_gives_an_ampersand_in_a_value_as_one_character),
	    SENTENCE(xml_names_both_tags_that_do_not_match),
	    SENTENCE(xml_says_what_is_open_when_the_file_ends),
	    SENTENCE(xml_tells_of_a_file_that_is_cut_off_at_any_byte),
	    SENTENCE(xml_refuses_document_types),
	    SENTENCE(xml_tells_two_faults_of_one_file),
	    SENTENCE(xml_knows_its_place_after_a_first_fault),
	    SENTENCE(xml_gives_up_after_many_faults),
	    SENTENCE(xml_refuses_other_encodings),
	    SENTENCE(xml_finds_the_byte_that_is_no_utf8),
	    SENTENCE(xml_finds_a_nul),
	    SENTENCE(xml_refuses_utf16),
	    SENTENCE(xml_goes_256_deep_and_no_deeper),
	    SENTENCE(xml_refuses_attributes_without_end),
	    SENTENCE(xml_tells_attributes_of_other_languages),
	    SENTENCE(xml_tells_prefixes_that_mean_nothing),
	    SENTENCE(xml_tells_an_empty_file),
	    SENTENCE(xml_tells_signs_that_should_be_references),
	    SENTENCE(xml_gives_the_namespace),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
