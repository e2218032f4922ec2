# SPDX-License-Identifier: MIT
#
#   make              build/clusterpress and build/libclusterpress.a; installs nothing
#   make debug        build/debug/clusterpress, with address and undefined-behaviour sanitizers
#   make edition      installs what is missing, builds, presses data/2024 into build/2024/<language>/
#   make test         the same installs, builds, runs all tests
#   make test-debug   the tests against the debug build
#   make check        format, who includes whom, outside libraries, sizes, headers that compile alone
#   make bench N=1000 the press measured: N records, no two alike, and the same page by other programs (PEERS=no: without)
#   make conformance  what outside tools say of the sample editions' PDFs
#   make accept CASE=name   takes the present output of tests/cases/name (or tests/imports/name) as right
#   make pictures    draws the examples of layouts/README.md anew
#   make format       lets clang-format put every file in order
#   make install PREFIX=/usr/local   the program, and layouts, fonts and data to start from
#   make clean

VERSION = 0.1.0
PREFIX = /usr/local
EDITION = data/2024/edition.xml
N = 1000
PEERS = yes

BUILD_PACKAGES = build-essential pkg-config libhpdf-dev libxml2-dev libharfbuzz-dev libicu-dev \
	zlib1g-dev libdeflate-dev libssl-dev libjansson-dev libcsv-dev libhyphen-dev \
	hyphen-en-gb hyphen-en-us hyphen-de hyphen-es hyphen-fr hyphen-pt-br hyphen-ru \
	fonts-noto-cjk libpng-dev libturbojpeg0-dev liblcms2-dev libqpdf-dev
TEST_PACKAGES = libcmocka-dev qpdf poppler-utils mupdf-tools valgrind clang-format \
	universal-ctags libxml2-utils python3 python3-lxml curl
# What WeasyPrint looks for when it starts, and where other programs are installed to.
PEER_PACKAGES = python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# veraPDF judges the PDFs and Okapi's library the translations: any Java runtime with a compiler will do. Another compiler and
# other locales must give the same bytes.
JUDGE_PACKAGES := clang locales $(if $(shell command -v javac),,default-jdk-headless)

# libhpdf and libcsv have no pkg-config file.
LIBRARIES = harfbuzz harfbuzz-subset icu-i18n icu-uc libxml-2.0 zlib libdeflate libcrypto jansson libpng libturbojpeg lcms2
LIBRARY_FLAGS := $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null))
LIBS := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lhpdf -lcsv -lhyphen -lm

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -DCLUSTERPRESS_VERSION='"$(VERSION)"' -Isrc $(LIBRARY_FLAGS)
# DWARF 4: valgrind 3.19 cannot read clang's 5.
CFLAGS = -O3 -g -gdwarf-4
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
# No path of this folder gets into the program, and nothing but the compiler and its flags decides its bytes.
COMPILE = $(CC) -std=c17 $(WARNINGS) $(CPPFLAGS) -ffile-prefix-map='$(CURDIR)=.' -MMD -MP

ROOMS = base model read fill text set write run
SOURCES := $(sort $(wildcard $(ROOMS:%=src/%/*.c)))
TESTS := $(sort $(basename $(wildcard tests/unit/*.c tests/pdf/*.c tests/fuzz/*.c tests/cases.c tests/imports.c tests/examples.c)))

BENCHES = files measure peak records rooms yardstick

OBJECTS = $(SOURCES:src/%.c=build/obj/%.o)
DEBUG_OBJECTS = $(SOURCES:src/%.c=build/debug/obj/%.o)
TEST_PROGRAMS = $(TESTS:%=build/%)
DEBUG_TEST_PROGRAMS = $(TESTS:%=build/debug/%)

# make V=1 shows each command in full.
Q = $(if $(V),,@)
say = @$(if $(V),true,echo "  $(1)  $@")

all: build/clusterpress

debug: build/debug/clusterpress

build/clusterpress: build/obj/main.o build/libclusterpress.a
	$(call say,LD)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

build/libclusterpress.a: $(OBJECTS)
	$(call say,AR)
	@rm -f $@
	$(Q)$(AR) rcsD $@ $^

build/debug/clusterpress: build/debug/obj/main.o build/debug/libclusterpress.a
	$(call say,LD)
	$(Q)$(CC) $(SANITIZERS) $(LDFLAGS) -o $@ $^ $(LIBS)

build/debug/libclusterpress.a: $(DEBUG_OBJECTS)
	$(call say,AR)
	@rm -f $@
	$(Q)$(AR) rcsD $@ $^

build/obj/%.o: src/%.c Makefile | build/packages
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) $(CFLAGS) -c -o $@ $<

build/debug/obj/%.o: src/%.c Makefile | build/packages
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -g -O1 $(SANITIZERS) -c -o $@ $<

build/tests/%: tests/%.c build/libclusterpress.a Makefile
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -Itests $(CFLAGS) $(LDFLAGS) -o $@ $< build/libclusterpress.a $(LIBS) -lcmocka

build/debug/tests/%: tests/%.c build/debug/libclusterpress.a Makefile
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -Itests -g -O1 $(SANITIZERS) $(LDFLAGS) -o $@ $< build/debug/libclusterpress.a $(LIBS) -lcmocka

# The program with faults that tests plant in it.
WRAPPED = -Wl,--wrap=pdf_write,--wrap=file_write

build/planted: build/obj/main.o build/tests/planted.o build/libclusterpress.a
	$(call say,LD)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(WRAPPED) -o $@ $^ $(LIBS)

build/debug/planted: build/debug/obj/main.o build/debug/tests/planted.o build/debug/libclusterpress.a
	$(call say,LD)
	$(Q)$(CC) $(SANITIZERS) $(LDFLAGS) $(WRAPPED) -o $@ $^ $(LIBS)

build/tests/planted.o: tests/planted.c Makefile | build/packages
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) $(CFLAGS) -c -o $@ $<

build/debug/tests/planted.o: tests/planted.c Makefile | build/packages
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -g -O1 $(SANITIZERS) -c -o $@ $<

# Says what is missing before the compiler does; installs nothing.
build/packages:
	@mkdir -p build
	@.ci/packages look $(BUILD_PACKAGES)
	@touch $@

# What is installed here is seen by a fresh make only: pkg-config is asked when the Makefile is read.
edition:
	@.ci/packages install $(BUILD_PACKAGES)
	@$(MAKE) --no-print-directory press

# Always anew: a page is known by the program's version, which does not change with its source.
press: build/clusterpress
	build/clusterpress build $(EDITION) --force

test:
	@.ci/packages install $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory run-tests

run-tests: build/clusterpress build/planted $(TEST_PROGRAMS) build/bench/records build/bench/rooms
	@tests/run build $(TESTS)

test-debug:
	@.ci/packages install $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory run-tests-debug

run-tests-debug: build/debug/clusterpress build/debug/planted $(DEBUG_TEST_PROGRAMS) build/bench/records
	@tests/run build/debug $(TESTS)

check: build/packages
	@COMPILE="$(CC) -std=c17 $(WARNINGS) -D_POSIX_C_SOURCE=200809L -Isrc $(LIBRARY_FLAGS)"; export COMPILE; \
	status=0; for check in format includes subjects sizes headers claims; do tests/check/$$check || status=1; done; exit $$status

format:
	@clang-format -i $$(git ls-files --cached --others --exclude-standard '*.c' '*.h')

accept: build/clusterpress build/tests/cases build/tests/imports
	@test -n "$(CASE)" || { echo "say which case: make accept CASE=name" >&2; exit 2; }
	@program=cases; [ ! -d tests/imports/$(CASE) ] || program=imports; \
	CLUSTERPRESS=build/clusterpress build/tests/$$program accept $(CASE)

pictures: build/clusterpress
	@tests/pictures/examples pictures

# Without the peers' packages they are left out, and the rest goes on.
bench:
	@.ci/packages install $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@[ "$(PEERS)" = no ] || .ci/packages install $(PEER_PACKAGES) || true
	@$(MAKE) --no-print-directory run-bench

run-bench: build/clusterpress $(BENCHES:%=build/bench/%)
	@tests/bench/run $(EDITION) $(N) $(PEERS)

build/bench/measure build/bench/peak build/bench/files: build/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_DEFAULT_SOURCE $(WARNINGS) -O2 -o $@ $<

build/bench/records build/bench/rooms: build/bench/%: tests/bench/%.c build/libclusterpress.a Makefile
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -Itests $(CFLAGS) $(LDFLAGS) -o $@ $< build/libclusterpress.a $(LIBS)

build/bench/yardstick: tests/bench/yardstick.c
	@mkdir -p $(@D)
	$(CC) -std=c17 $(WARNINGS) -O2 -Wl,--no-as-needed -o $@ $< $(LIBS)

conformance:
	@.ci/packages install $(BUILD_PACKAGES) $(TEST_PACKAGES) $(JUDGE_PACKAGES)
	@$(MAKE) --no-print-directory judge

judge: build/clusterpress build/bench/records
	@rm -rf build/conformance
	@for edition in data/*/edition.xml; do \
		build/clusterpress build $$edition --out build/conformance/$$(basename $$(dirname $$edition)) --quiet || exit; done
	@for layout in profile-columns profile-letter; do \
		build/clusterpress build $(EDITION) --layout layouts/$$layout.xml --lang en,ar --out build/conformance/$$layout --quiet || exit; done
	@build/clusterpress build $(EDITION) --lang x-long,x-rtl --out build/conformance/nobodys --quiet
	@rm -rf build/examples && tests/pictures/examples press
	@status=0; for check in "conformance build/conformance build/examples" "verapdf build/conformance build/examples" faults reproducible unbroken xliff; do \
		tests/check/$$check || status=1; done; exit $$status

# The layouts, fonts and data are what a desk copies to begin with; the program itself needs none of them.
install: build/clusterpress
	install -D -m 755 build/clusterpress $(DESTDIR)$(PREFIX)/bin/clusterpress
	install -D -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/clusterpress/LICENSE
	@for file in $$(find layouts fonts data -type f); do \
		install -D -m 644 $$file $(DESTDIR)$(PREFIX)/share/clusterpress/$$file || exit; done
	@echo "layouts, fonts and data to start from: $(DESTDIR)$(PREFIX)/share/clusterpress"

clean:
	rm -rf build

.PHONY: all debug edition press test run-tests test-debug run-tests-debug check format accept pictures bench run-bench \
	conformance judge install clean
.DELETE_ON_ERROR:
.SECONDARY:

-include $(wildcard build/obj/*.d build/obj/*/*.d build/debug/obj/*.d build/debug/obj/*/*.d \
	build/tests/*.d build/tests/*/*.d build/bench/*.d build/debug/tests/*.d build/debug/tests/*/*.d)
