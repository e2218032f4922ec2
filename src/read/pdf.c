/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE
#include "read/pdf.h"

#include "base/str.h"
#include "read/pdf_parts.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#endif

/* Of addresses: the file, what is found, and what the library makes of them. */
static const rlim_t memory_most = (rlim_t)1536 << 20;

static void child_bound(void)
{
	const struct rlimit seconds = {PDF_SECONDS, PDF_SECONDS + 1}, none = {0, 0};
	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_CORE, &none);
#ifdef SANITIZED
	(void)memory_most; /* the sanitizer takes terabytes of addresses */
#else
	const struct rlimit memory = {memory_most, memory_most};
	setrlimit(RLIMIT_AS, &memory);
#endif
}

static PdfFound *found_open(void)
{
	size_t size = sizeof(PdfFound) + PDF_ATTACHED_LIMIT;
	PdfFound *found = mmap(NULL, size, PROT_READ | PROT_WRITE,
			       MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (found == MAP_FAILED)
		return NULL;
	found->used = sizeof *found;
	found->room = size;
	return found;
}

static void found_close(PdfFound *found)
{
	munmap(found, found->room);
}

/* What a child that broke off leaves to say. */
static void break_tell(const Source *source, int status, Diags *diags)
{
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		diag_error(diags, (Place){.file = source->path}, DIAG_FILE,
			   "this PDF takes more than %d seconds to read", PDF_SECONDS);
	else
		diag_error(diags, (Place){.file = source->path}, DIAG_FILE,
			   "this PDF breaks the library that reads PDFs, and nothing was read");
	diag_hint(diags,
		  "it is damaged, or was made to do harm; get it anew from whoever published it");
}

static bool child_run(const PdfLibrary *library, const Source *source, Bytes file, PdfFound *found,
		      Diags *diags)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0) {
		child_bound();
		pdf_look(library, file, found);
		found->ended = true;
		_exit(0);
	}
	if (child < 0) {
		diag_error(diags, (Place){.file = source->path}, DIAG_SYSTEM,
			   "no process can be begun that reads this PDF: %s", strerror(errno));
		diag_hint(diags, "run it again when the machine has less to do");
		return false;
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (!found->ended)
		break_tell(source, status, diags);
	return found->ended;
}

static void found_tell(const PdfFound *found, const Source *source, Diags *diags)
{
	Place place = {.file = source->path};
	for (int i = 0; i < found->told_count; i++) {
		const PdfTold *told = &found->told[i];
		if (told->level == DIAG_ERROR)
			diag_error(diags, place, DIAG_FILE, "%s", told->message);
		else
			diag_warning(diags, place, DIAG_FILE, "%s", told->message);
		if (told->hint)
			diag_hint(diags, "%s", told->hint);
	}
}

static Bytes bytes_copy(Arena *a, Bytes from)
{
	if (!from.at)
		return from;
	unsigned char *at = arena_alloc(a, from.length + 1);
	memcpy(at, from.at, from.length);
	return (Bytes){at, from.length};
}

static const PdfParts *found_copy(Arena *a, const PdfFound *found)
{
	PdfParts *parts = ARENA_NEW(a, PdfParts);
	PdfAttachment *attachments = ARENA_ARRAY(a, found->count, PdfAttachment);
	for (int i = 0; i < found->count; i++) {
		const PdfAttachment *from = &found->attachments[i];
		attachments[i] =
		    (PdfAttachment){str_copy(a, from->name), str_copy(a, from->relationship),
				    bytes_copy(a, from->bytes), bytes_copy(a, from->checksum)};
	}
	*parts = (PdfParts){
	    {bytes_copy(a, found->id[0]), bytes_copy(a, found->id[1])}, attachments, found->count};
	return parts;
}

/* Its mark stands at the beginning, or near it (ISO 32000-1, 7.5.2; Annex H of older readers). */
static bool is_pdf(Bytes file)
{
	enum { NEAR = 1024 };
	for (size_t i = 0; i + 5 <= file.length && i < NEAR; i++)
		if (memcmp(file.at + i, "%PDF-", 5) == 0)
			return true;
	return false;
}

static bool library_have(PdfLibrary *library, const Source *source, Diags *diags)
{
	if (pdf_library_load(library))
		return true;
	diag_error(diags, (Place){.file = source->path}, DIAG_SYSTEM,
		   "the library that reads PDFs, libqpdf, is not on this machine");
	diag_hint(diags, "install it: in Debian 12 it is the package libqpdf29");
	return false;
}

const PdfParts *pdf_read(Arena *a, const Source *source, Diags *diags)
{
	PdfLibrary library;
	Bytes file = file_read(a, source, PDF_LIMIT, diags);
	if (!file.at)
		return NULL;
	if (!is_pdf(file)) {
		diag_error(diags, (Place){.file = source->path}, DIAG_FILE,
			   file.length ? "this is no PDF" : "this is no PDF: the file is empty");
		diag_hint(diags, "name a PDF that this program made");
		return NULL;
	}
	if (!library_have(&library, source, diags))
		return NULL;
	PdfFound *found = found_open();
	if (!found) {
		diag_error(diags, (Place){.file = source->path}, DIAG_SYSTEM,
			   "there is no memory to read this PDF: %s", strerror(errno));
		return NULL;
	}
	const PdfParts *parts = NULL;
	if (child_run(&library, source, file, found, diags)) {
		found_tell(found, source, diags);
		parts = found->read ? found_copy(a, found) : NULL;
	}
	found_close(found);
	return parts;
}

const char *pdf_reader_versions(Arena *a)
{
	PdfLibrary library;
	return pdf_library_load(&library) ? str_format(a, "qpdf %s", library.version()) : NULL;
}
