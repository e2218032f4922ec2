/* SPDX-License-Identifier: MIT */
#include "read/pdf_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

/* Of the versions that Debian 12 and 13 and Ubuntu have. */
static const char *const names[] = {"libqpdf.so.29", "libqpdf.so.30", "libqpdf.so.28", NULL};

typedef struct Function {
	const char *name;
	size_t place;
} Function;

static const Function functions[] = {
    {"qpdf_get_qpdf_version", offsetof(PdfLibrary, version)},
    {"qpdf_init", offsetof(PdfLibrary, init)},
    {"qpdf_silence_errors", offsetof(PdfLibrary, silence_errors)},
    {"qpdf_set_suppress_warnings", offsetof(PdfLibrary, suppress_warnings)},
    {"qpdf_read_memory", offsetof(PdfLibrary, read_memory)},
    {"qpdf_get_error", offsetof(PdfLibrary, error)},
    {"qpdf_get_error_code", offsetof(PdfLibrary, error_code)},
    {"qpdf_get_error_message_detail", offsetof(PdfLibrary, error_detail)},
    {"qpdf_more_warnings", offsetof(PdfLibrary, more_warnings)},
    {"qpdf_next_warning", offsetof(PdfLibrary, next_warning)},
    {"qpdf_get_trailer", offsetof(PdfLibrary, trailer)},
    {"qpdf_get_root", offsetof(PdfLibrary, root)},
    {"qpdf_oh_get_key_if_dict", offsetof(PdfLibrary, key)},
    {"qpdf_oh_is_dictionary", offsetof(PdfLibrary, is_dictionary)},
    {"qpdf_oh_is_array", offsetof(PdfLibrary, is_array)},
    {"qpdf_oh_is_string", offsetof(PdfLibrary, is_string)},
    {"qpdf_oh_is_name", offsetof(PdfLibrary, is_name)},
    {"qpdf_oh_is_null", offsetof(PdfLibrary, is_null)},
    {"qpdf_oh_is_stream", offsetof(PdfLibrary, is_stream)},
    {"qpdf_oh_get_array_n_items", offsetof(PdfLibrary, length)},
    {"qpdf_oh_get_array_item", offsetof(PdfLibrary, item)},
    {"qpdf_oh_get_name", offsetof(PdfLibrary, name)},
    {"qpdf_oh_get_binary_utf8_value", offsetof(PdfLibrary, text)},
    {"qpdf_oh_get_binary_string_value", offsetof(PdfLibrary, string)},
    {"qpdf_oh_get_dict", offsetof(PdfLibrary, stream_dictionary)},
    {"qpdf_oh_get_stream_data", offsetof(PdfLibrary, stream_data)},
    {"qpdf_oh_get_object_id", offsetof(PdfLibrary, number)},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

_Static_assert(sizeof(PdfLibrary) == FUNCTIONS * sizeof(void *), "each function has its line");

bool pdf_library_load(PdfLibrary *library)
{
	void *loaded = NULL;
	for (const char *const *name = names; *name && !loaded; name++)
		loaded = dlopen(*name, RTLD_LAZY | RTLD_LOCAL);
	for (size_t i = 0; loaded && i < FUNCTIONS; i++) {
		void *function = dlsym(loaded, functions[i].name);
		if (!function)
			return false;
		/* C has no cast from the one to the other, POSIX makes them alike. */
		memcpy((char *)library + functions[i].place, &function, sizeof function);
	}
	return loaded != NULL;
}
