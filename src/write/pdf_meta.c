/* SPDX-License-Identifier: MIT */
#include "write/pdf_meta.h"

#include "write/escape.h"
#include "write/pdf_syntax.h"

#include <string.h>

/* The version comes from the Makefile, which alone knows it. */
static const char producer[] = "clusterpress " CLUSTERPRESS_VERSION;

enum { MOMENT_LENGTH = 14 }; /* YYYYMMDDHHMMSS */

/* A moment that is no moment is as good as none. */
static const char *moment_of(const Job *job)
{
	const char *moment = job->moment;
	if (moment == NULL || strlen(moment) != MOMENT_LENGTH ||
	    strspn(moment, "0123456789") != MOMENT_LENGTH)
		return NULL;
	return moment;
}

static void put_entry(StrBuf *out, const char *key, const char *value)
{
	if (value == NULL)
		return;
	pdf_put_name(out, key);
	pdf_put_text(out, value);
}

static void info_write(PdfFile *file, const Page *page, const Job *job)
{
	StrBuf *info = pdf_info(file);
	const char *moment = moment_of(job);
	put_entry(info, "Title", page->title);
	put_entry(info, "Author", job->edition->publisher);
	put_entry(info, "Subject", edition_subject(job->edition, page->language));
	put_entry(info, "Producer", producer);
	if (moment != NULL)
		pdf_put(info, "/CreationDate(D:%sZ)/ModDate(D:%sZ)", moment, moment);
}

/* XMP wants words in a list: of languages ("Alt"), in order ("Seq") or in none ("Bag"). */
static void put_list(StrBuf *out, const char *property, const char *kind, const char *value)
{
	if (value == NULL)
		return;
	pdf_put(out, "<dc:%s><rdf:%s><rdf:li%s>", property, kind,
		strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "");
	escape_put(out, value, false);
	pdf_put(out, "</rdf:li></rdf:%s></dc:%s>\n", kind, property);
}

static void put_date(StrBuf *out, const char *property, const char *moment)
{
	strbuf_format(out, "<xmp:%s>%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ</xmp:%s>\n", property, moment,
		      moment + 4, moment + 6, moment + 8, moment + 10, moment + 12, property);
}

static void put_dublin_core(StrBuf *out, const Page *page, const Edition *edition)
{
	strbuf_add(out, "<dc:format>application/pdf</dc:format>\n");
	put_list(out, "title", "Alt", page->title);
	put_list(out, "creator", "Seq", edition->publisher);
	put_list(out, "description", "Alt", edition_subject(edition, page->language));
	put_list(out, "publisher", "Bag", edition->publisher);
	put_list(out, "rights", "Alt", edition->rights);
	put_list(out, "language", "Bag", page->language);
}

static void put_dates(StrBuf *out, const char *moment)
{
	if (moment == NULL)
		return;
	put_date(out, "CreateDate", moment);
	put_date(out, "ModifyDate", moment);
	put_date(out, "MetadataDate", moment);
}

/* ISO 19005-3, 6.6.4; ISO 14289-1, 5. A property that PDF/A does not know is explained beside it
 * (6.6.2.3): that of PDF/UA is one. */
static const char claims[] =
    "<pdfaid:part>3</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char namespaces[] = " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
				 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
				 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
				 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
				 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
				 " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
				 " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
				 " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static PdfObject *xmp_write(PdfFile *file, const Page *page, const Job *job)
{
	StrBuf out = {.arena = pdf_arena(file)};
	strbuf_add(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
			 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			 "<rdf:Description rdf:about=\"\"\n");
	strbuf_add(&out, namespaces);
	put_dublin_core(&out, page, job->edition);
	put_dates(&out, moment_of(job));
	pdf_put(&out, "<pdf:Producer>%s</pdf:Producer>\n", producer);
	strbuf_add(&out, claims);
	strbuf_add(&out, "</rdf:Description>\n"
			 "</rdf:RDF>\n"
			 "</x:xmpmeta>\n"
			 "<?xpacket end=\"r\"?>");
	PdfObject *object = pdf_object(file);
	strbuf_add(&object->inside, "/Type/Metadata/Subtype/XML");
	pdf_stream_plain(object, out.text, out.length);
	return object;
}

static void put_identifier(StrBuf *out, const Digest *digest)
{
	enum { IDENTIFIER_LENGTH = 16 };
	strbuf_add(out, "<");
	for (int i = 0; i < IDENTIFIER_LENGTH; i += 2)
		pdf_put_hex(out, (unsigned)digest->bytes[i] << 8 | digest->bytes[i + 1]);
	strbuf_add(out, ">");
}

void meta_write(PdfFile *file, const Page *page, const Job *job)
{
	StrBuf *catalog = pdf_catalog(file);
	put_entry(catalog, "Lang", page->language);
	pdf_put(catalog, "/ViewerPreferences<</DisplayDocTitle true%s>>/Metadata %d 0 R",
		page->backwards ? "/Direction/R2L" : "", xmp_write(file, page, job)->number);
	info_write(file, page, job);
	/* The file is never changed later, so its two identifiers are one. */
	strbuf_add(pdf_trailer(file), "/ID[");
	put_identifier(pdf_trailer(file), &job->digest);
	put_identifier(pdf_trailer(file), &job->digest);
	strbuf_add(pdf_trailer(file), "]");
}
