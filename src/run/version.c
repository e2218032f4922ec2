/* SPDX-License-Identifier: MIT */
#include "run/version.h"

#include "base/str.h"
#include "fill/locale_version.h"
#include "read/image.h"
#include "read/table.h"
#include "read/xml_version.h"
#include "run/report.h"
#include "text/font_version.h"
#include "write/pdf.h"

const char *version_of_pages(Arena *a)
{
	return str_format(a, "clusterpress %s, %s, %s, %s, %s", CLUSTERPRESS_VERSION,
			  pdf_versions(a), font_versions(a), locale_versions(a), image_versions(a));
}

const char *version_text(Arena *a)
{
	return str_format(a, "clusterpress %s\n%s, %s, %s, %s, %s, %s, %s, %s",
			  CLUSTERPRESS_VERSION, pdf_versions(a), image_versions(a),
			  font_versions(a), locale_versions(a), xml_versions(a), digest_versions(a),
			  report_versions(a), table_versions(a));
}
