/* SPDX-License-Identifier: MIT */
/* A record's tree as text: always the same, and read back as the same tree. */
#include "read_setup.h"

#include "read/xml.h"
#include "write/record.h"

/* What is written of what was read. */
static const char *again(Setup *setup, const char *text)
{
	Source source = setup_file(setup, "record.xml", text);
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	assert_told(setup, "");
	StrBuf out = {.arena = setup->arena};
	record_write(&out, root, "a note");
	return strbuf_text(&out);
}

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a note -->\n"

static void records_are_written_in_one_way_only(void **state)
{
	static const char loose[] = "<a  xmlns = 'urn:a'\n\n id='x' >  <b/><c n=\"1\"\tm='2'>text "
				    "here</c>\n<d><e>f</e></d></a>";
	static const char neat[] = HEAD "<a xmlns=\"urn:a\" id=\"x\">  <b/>";
	const char *written = again(*state, loose);
	assert_non_null(strstr(written, "<c n=\"1\" m=\"2\">text here</c>"));
	assert_true(str_starts(written, neat));
}

/* Without white space that only lays out, as the records of an import are. */
static void elements_stand_on_lines_of_their_own(void **state)
{
	assert_string_equal(
	    again(*state, "<a xmlns='urn:a' id='x'><b/><c>d</c><e><f g='1'/></e></a>"),
	    HEAD "<a xmlns=\"urn:a\" id=\"x\">\n"
		 "  <b/>\n"
		 "  <c>d</c>\n"
		 "  <e>\n"
		 "    <f g=\"1\"/>\n"
		 "  </e>\n"
		 "</a>\n");
}

static void elements_among_words_stay_among_them(void **state)
{
	assert_string_equal(again(*state, "<a><p>one <b>two<i><u/></i></b> three</p></a>"),
			    HEAD "<a>\n  <p>one <b>two<i><u/></i></b> three</p>\n</a>\n");
}

static void namespaces_are_said_where_they_change(void **state)
{
	assert_string_equal(again(*state, "<p:a xmlns:p='urn:p' xmlns='urn:d'><p:b/><c><d "
					  "xml:lang='en'/></c><e xmlns=''/></p:a>"),
			    HEAD "<a xmlns=\"urn:p\">\n"
				 "  <b/>\n"
				 "  <c xmlns=\"urn:d\">\n"
				 "    <d xml:lang=\"en\"/>\n"
				 "  </c>\n"
				 "  <e xmlns=\"\"/>\n"
				 "</a>\n");
}

static void signs_with_a_meaning_are_written_as_references(void **state)
{
	static const char text[] =
	    HEAD "<a b=\"&lt;&amp;&gt;&quot;'&#10;&#9;&#13;\">&lt;&amp;]]&gt;\"'&#13;</a>\n";
	assert_string_equal(again(*state, text), text);
}

static void notes_never_end_the_comment_they_stand_in(void **state)
{
	Setup *setup = *state;
	static const char *const notes[][2] = {{"a--b", "a- -b"},
					       {"--->", "- - ->"},
					       {"a\nb\x01", "a?b?"},
					       {"caf\xe9", "?"},
					       {"昆明.csv", "昆明.csv"}};
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		StrBuf head = {.arena = setup->arena};
		record_write_head(&head, notes[i][0]);
		assert_non_null(
		    strstr(head.text, str_format(setup->arena, "<!-- %s -->\n", notes[i][1])));
		strbuf_add(&head, "<a/>");
		Source source = setup_file(setup, "note.xml", head.text);
		assert_non_null(xml_read(setup->arena, &source, NULL, setup->diags));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(records_are_written_in_one_way_only),
	    SENTENCE(elements_stand_on_lines_of_their_own),
	    SENTENCE(elements_among_words_stay_among_them),
	    SENTENCE(namespaces_are_said_where_they_change),
	    SENTENCE(signs_with_a_meaning_are_written_as_references),
	    SENTENCE(notes_never_end_the_comment_they_stand_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
