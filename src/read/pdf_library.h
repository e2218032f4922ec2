/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_library.h: libqpdf, loaded when the first PDF is read and not before.
 *
 * Only what is called here; each function has the type that its header gives it. All of them are in
 * every version from 10.6 on.
 */
#include <stdbool.h>

#include <qpdf/qpdf-c.h>

typedef struct PdfLibrary {
	__typeof__(qpdf_get_qpdf_version) *version;
	__typeof__(qpdf_init) *init;
	__typeof__(qpdf_silence_errors) *silence_errors;
	__typeof__(qpdf_set_suppress_warnings) *suppress_warnings;
	__typeof__(qpdf_read_memory) *read_memory;
	__typeof__(qpdf_get_error) *error;
	__typeof__(qpdf_get_error_code) *error_code;
	__typeof__(qpdf_get_error_message_detail) *error_detail;
	__typeof__(qpdf_more_warnings) *more_warnings;
	__typeof__(qpdf_next_warning) *next_warning;
	__typeof__(qpdf_get_trailer) *trailer;
	__typeof__(qpdf_get_root) *root;
	__typeof__(qpdf_oh_get_key_if_dict) *key;
	__typeof__(qpdf_oh_is_dictionary) *is_dictionary;
	__typeof__(qpdf_oh_is_array) *is_array;
	__typeof__(qpdf_oh_is_string) *is_string;
	__typeof__(qpdf_oh_is_name) *is_name;
	__typeof__(qpdf_oh_is_null) *is_null;
	__typeof__(qpdf_oh_is_stream) *is_stream;
	__typeof__(qpdf_oh_get_array_n_items) *length;
	__typeof__(qpdf_oh_get_array_item) *item;
	__typeof__(qpdf_oh_get_name) *name;
	__typeof__(qpdf_oh_get_binary_utf8_value) *text;
	__typeof__(qpdf_oh_get_binary_string_value) *string;
	__typeof__(qpdf_oh_get_dict) *stream_dictionary;
	__typeof__(qpdf_oh_get_stream_data) *stream_data;
	__typeof__(qpdf_oh_get_object_id) *number;
} PdfLibrary;

/* False when there is no such library, or one that lacks any of these. It stays loaded. */
bool pdf_library_load(PdfLibrary *library);
