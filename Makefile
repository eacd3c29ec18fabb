# collectgen: one front door for people and for CI.
#
#   make          builds build/collectgen
#   make demo     builds it, runs it on examples/joinery and says where the letters are
#   make test     everything CI runs; ends with Criterion's own summary
#   make install  puts program, manual and completions below PREFIX (uninstall takes them away)
#   make setup    installs the Debian packages that building and testing need
#
# `make demo` and `make test` do the set-up themselves. Other targets: unit coverage golden errors
# standards fonts codes torture confine mutate fuzz (SECONDS=n) spec mustache formats schema init manual
# completion installed recipes asan ubsan tsan lint tidy analyzer limits reproducible house bench format
# dist deb person recording clean.
# Variables: BUILD (folder for everything that is made), CC, PREFIX, DESTDIR, CI=true or
# WERROR=1 (warnings are errors), FILTER='room/*' (which unit tests).

MAKEFLAGS += --no-print-directory
ifeq (0,$(MAKELEVEL))
MAKEFLAGS += --jobs=$(shell nproc)
endif

BUILD  ?= build
CLANG  ?= clang
PREFIX ?= /usr/local
NOTO   ?= /usr/share/fonts/truetype/noto
DEMO   := examples/joinery
AS_OF  := 2026-11-30

WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	  -Wmissing-prototypes -Wvla -Wwrite-strings
ifneq (,$(filter true 1,$(CI) $(WERROR)))
WARN   += -Werror
endif
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong
BASE   := -std=c17 -O2 -g -ffile-prefix-map=$(CURDIR)=. $(WARN) -D_GNU_SOURCE -Igen -isystem /usr/include/harfbuzz -fPIE -MMD -MP \
	  $(CPPFLAGS) $(CFLAGS)
LINK   := $(LDFLAGS) -pie -Wl,-z,relro,-z,now -Wl,--as-needed
LIBS   := -lyaml -lhpdf -lqrencode -lpcre2-8 -lmd4c -lunistring -lharfbuzz-subset -lharfbuzz -lpng -ldeflate -lnettle -pthread

# Which commit this is, for --version alone (documents know the release only): from git, else
# from what `git archive` wrote into the tarball; in neither, nothing.
COMMIT := $(shell if [ -e .git ]; then git describe --always --dirty --match 'v[0-9]*'; \
	else awk '!/^.Format/ { print $$1 }' cmd/dist/commit; fi)
# md4c alone does not know its own version; asked when it is there, after the set-up.
MD4C    = $(shell sed -n 's/^Version: *//p' /usr/lib/*/pkgconfig/md4c.pc 2>/dev/null)

# Every .c file of a floor belongs to the archive, every .c file of cmd/ to the binary.
GEN    := $(sort $(wildcard gen/*/*.c))
CMD    := $(sort $(wildcard cmd/*.c))
UNIT   := $(sort $(wildcard tests/unit/*.c))
MAN    := $(addprefix $(BUILD)/man/,collectgen.1 collectgen-ledger.5 collectgen-templates.5 \
	  collectgen-policies.7)

.PHONY: all demo picture setup test unit crash post batch torture torture-short coverage hledger oracle golden standards fonts codes errors formats schema init spec mustache cascades orders explain asan ubsan tsan \
	lint house bench bench-peers format install uninstall dist clean FORCE
.PHONY: analyzer limits hardening injection reproducible linear memcheck tidy torture torture-short confine fuzz fuzz-short mutate mutate-short
.PHONY: setup-build manual completion installed recipes deb person recording
.DELETE_ON_ERROR:
.SUFFIXES:

all: $(BUILD)/collectgen

# --- Set-up: packages are installed for demo, test, setup and deb, else only named. --------

INSTALL_PACKAGES := $(if $(filter demo test setup setup-build deb person bench-peers,$(MAKECMDGOALS)),--install)

$(BUILD)/.setup-%: tests/setup.sh
	@mkdir -p $(@D)
	@CC='$(CC)' NOTO='$(NOTO)' tests/setup.sh $(INSTALL_PACKAGES) $*
	@touch $@

# One after the other: apt-get locks its database.
$(BUILD)/.setup-test: | $(BUILD)/.setup-build

setup: setup-build $(BUILD)/.setup-test

# For those who only want the program: `make setup-build install`.
setup-build: $(BUILD)/.setup-build

# --- Carried files: templates/ and the subset fonts, inside the binary. --------------------

FONTS   := $(addprefix $(BUILD)/fonts/,regular.ttf bold.ttf italic.ttf)
CARRIED := $(shell find templates -type f -not -name '.*')
TOOL    := $(sort $(wildcard gen/press/tool/*.c))

$(BUILD)/subset: $(TOOL) | $(BUILD)/.setup-build
	$(CC) $(BASE) $(HARDEN) -MF $@.d $(filter %.c,$^) -o $@ $(LINK) -lharfbuzz-subset -lharfbuzz

$(BUILD)/fonts/regular.ttf: $(NOTO)/NotoSans-Regular.ttf
$(BUILD)/fonts/bold.ttf:    $(NOTO)/NotoSans-Bold.ttf
$(BUILD)/fonts/italic.ttf:  $(NOTO)/NotoSans-Italic.ttf
$(FONTS): $(BUILD)/subset
	@mkdir -p $(@D)
	$(BUILD)/subset $(filter $(NOTO)/%,$^) $@

# A font file that is missing is for setup.sh to name.
$(NOTO)/%.ttf: | $(BUILD)/.setup-build ;

# Written anew only when its words change, that is when a file comes or goes ...
$(BUILD)/carried.S: FORCE | $(BUILD)/.setup-build
	@sh gen/base/carry.sh $(BUILD)/fonts > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# ... and assembled anew when one of the files changes. Data only: the same for every variant.
$(BUILD)/carried.o: $(BUILD)/carried.S $(CARRIED) $(FONTS)
	$(CC) -c $< -o $@

# --- The variants: the same sources under other flags. -------------------------------------
# $(1) folder below $(BUILD), $(2) compiler flags, $(3) linker flags, $(4) binary's folder

define variant
$(BUILD)/$(1)/%.o: %.c Makefile | $(BUILD)/.setup-build
	@mkdir -p $$(@D)
	$$(CC) $$(BASE) $(2) $$(OWN) -c $$< -o $$@

$(BUILD)/$(1)/libgen.a: $(GEN:%.c=$(BUILD)/$(1)/%.o) $(BUILD)/carried.o
	@rm -f $$@
	$$(AR) rcs $$@ $$^

$(4)/collectgen: $(CMD:%.c=$(BUILD)/$(1)/%.o) $(BUILD)/$(1)/libgen.a
	$$(CC) $$^ -o $$@ $(3) $$(LINK) $$(LIBS)

$(4)/unit: $(UNIT:%.c=$(BUILD)/$(1)/%.o) $(BUILD)/$(1)/libgen.a
	$$(CC) $$^ -o $$@ $(3) $$(LINK) $$(LIBS) -lcriterion

$(UNIT:%.c=$(BUILD)/$(1)/%.o): | $(BUILD)/.setup-test

$(BUILD)/$(1)/gen/run/versions.o: OWN = -DMD4C='"$$(MD4C)"'
$(BUILD)/$(1)/cmd/version.o: OWN = -DCOMMIT='"$$(COMMIT)"'
$(BUILD)/$(1)/cmd/version.o: $(BUILD)/commit

-include $(patsubst %.c,$(BUILD)/$(1)/%.d,$(GEN) $(CMD) $(UNIT))
endef

$(BUILD)/commit: FORCE | $(BUILD)/.setup-build
	@echo '$(COMMIT)' | cmp -s - $@ || echo '$(COMMIT)' > $@

ASAN  := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# By clang, which alone can check that no integer loses what it held on its way.
UBSAN := -O1 -fsanitize=undefined,integer,implicit-conversion -fno-sanitize-recover=all \
	  -fsanitize-ignorelist=tests/ubsan.ignored
TSAN  := -fsanitize=thread
# Unconfined: the counts lie outside what a command may write.
COUNTED := -O0 --coverage -fprofile-update=prefer-atomic -DUNCONFINED

$(eval $(call variant,obj,$(HARDEN),,$(BUILD)))
$(eval $(call variant,asan,$(ASAN),$(ASAN),$(BUILD)/asan))
$(eval $(call variant,ubsan,$(UBSAN),$(UBSAN),$(BUILD)/ubsan))
$(BUILD)/ubsan/%: private CC = $(CLANG)
$(eval $(call variant,tsan,$(TSAN),$(TSAN),$(BUILD)/tsan))
$(eval $(call variant,cov,$(COUNTED),--coverage,$(BUILD)/cov))

# What ends without a farewell writes its counts first.
$(BUILD)/cov/gen/base/arena.o: OWN = -D_exit=exit

# --- The demonstration. ---------------------------------------------------------------------

demo: $(BUILD)/collectgen
	$(BUILD)/collectgen build $(DEMO) --as-of $(AS_OF) -o $(BUILD)/demo
	@echo
	@echo "The letters are in $(BUILD)/demo/$(AS_OF):"
	@find $(BUILD)/demo/$(AS_OF) -name '*.pdf' | LC_ALL=C sort

# The picture in the README: the first page of the example's final demand.
LETTER := letters/gorse/final-demand-GBP-gb-business.pdf

picture: demo | $(BUILD)/.setup-test
	pdftoppm -r 80 -png -singlefile $(BUILD)/demo/$(AS_OF)/$(LETTER) examples/final-demand

# --- Tests. ----------------------------------------------------------------------------------
# The checks that run the product run it with the sanitizers in it; `test` is CI's list, in
# order of patience, with the Criterion suite last so that its summary ends the output. Those
# that keep one core busy stand two in a line.

CHECKED := $(BUILD)/asan/collectgen

test: $(BUILD)/.setup-build $(BUILD)/.setup-test
	@$(MAKE) house
	@$(MAKE) lint
	@$(MAKE) $(BUILD)/collectgen $(BUILD)/unit $(BUILD)/asan/collectgen $(BUILD)/asan/unit \
		$(BUILD)/tsan/collectgen
	@$(MAKE) errors
	@$(MAKE) formats
	@$(MAKE) schema
	@$(MAKE) init
	@$(MAKE) sent
	@$(MAKE) batch
	@$(MAKE) post
	@$(MAKE) crash
	@$(MAKE) spec
	@$(MAKE) mustache
	@$(MAKE) hledger
	@$(MAKE) oracle
	@$(MAKE) coverage
	@$(MAKE) analyzer
	@$(MAKE) limits
	@$(MAKE) --output-sync golden linear
	@$(MAKE) confine
	@$(MAKE) hardening
	@$(MAKE) injection
	@$(MAKE) memcheck
	@$(MAKE) mutate-short
	@$(MAKE) fuzz-short
	@$(MAKE) --output-sync standards explain
	@$(MAKE) --output-sync fonts codes recipes
	@$(MAKE) manual
	@$(MAKE) completion
	@$(MAKE) installed
	@$(MAKE) demo
	@$(MAKE) tsan
	@$(MAKE) ubsan
	@$(MAKE) asan
	@$(MAKE) unit

FILTER ?= *
unit: $(BUILD)/unit
	$(BUILD)/unit --filter '$(FILTER)'

# Every path is watched here; the laws are tried on their full number of ledgers by `unit`.
asan: $(BUILD)/asan/unit
	RECKON_ROUNDS=$${RECKON_ROUNDS:-1000} $(BUILD)/asan/unit --filter '$(FILTER)'

# A fault ends the program, so each of these would see it.
ubsan: $(BUILD)/ubsan/unit $(BUILD)/ubsan/collectgen
	@tests/errors.sh $(BUILD)/ubsan/collectgen
	@tests/post.sh $(BUILD)/ubsan/collectgen
	@tests/golden.sh $(BUILD)/ubsan/collectgen
	RECKON_ROUNDS=$${RECKON_ROUNDS:-100} $(BUILD)/ubsan/unit --filter '$(FILTER)'

# ThreadSanitizer cannot run a Criterion binary: it watches the product itself at work, with more
# threads than cores: a build, the same again, one that carries documents over, and a proof.
WATCHED = TSAN_OPTIONS='halt_on_error=1 suppressions=tests/tsan.supp' $(BUILD)/tsan/collectgen
TSAN_RUN := $(DEMO) --as-of $(AS_OF) -j 4

tsan: $(BUILD)/tsan/collectgen
	@rm -rf $(BUILD)/tsan/out
	$(WATCHED) build $(TSAN_RUN) -o $(BUILD)/tsan/out
	$(WATCHED) build $(TSAN_RUN) -o $(BUILD)/tsan/out
	$(WATCHED) build $(TSAN_RUN) -o $(BUILD)/tsan/out --kind letters --force
	$(WATCHED) verify $(DEMO) $(BUILD)/tsan/out --as-of $(AS_OF) -j 4
	$(WATCHED) plan $(TSAN_RUN) >$(BUILD)/tsan/plan
	TSAN_OPTIONS=halt_on_error=1 tests/scale.sh --short $(BUILD)/tsan/collectgen

# Runs torture-short, cascades and orders among others, so that `test` has them from here.
coverage: $(BUILD)/collectgen $(addprefix $(BUILD)/cov/,collectgen unit torture)
	@tests/coverage.sh $(BUILD)/cov $(BUILD)/collectgen

errors: $(CHECKED)
	@tests/errors.sh $(CHECKED)

formats: $(CHECKED)
	@tests/formats.sh $(CHECKED)

schema: $(CHECKED)
	@tests/schema.sh $(CHECKED)

init: $(CHECKED)
	@tests/init.sh $(CHECKED)

# Some builds killed and some disks full; `make crash KILLS=1000` for a night.
KILLS ?= 60
crash: $(BUILD)/collectgen
	@tests/crash.sh $(BUILD)/collectgen $(KILLS)

post: $(CHECKED)
	@tests/post.sh $(CHECKED)

batch: $(CHECKED)
	@tests/batch.sh $(CHECKED)

sent: $(CHECKED)
	@tests/sent.sh $(CHECKED)

spec: $(CHECKED)
	@tests/spec.sh $(CHECKED)

mustache: $(CHECKED)
	@tests/mustache.sh $(CHECKED)

# Thousands of runs each: of the product as it is shipped.
cascades: $(BUILD)/collectgen
	@tests/cascades.sh $(BUILD)/collectgen

orders: $(BUILD)/collectgen
	@tests/orders.sh $(BUILD)/collectgen

hledger: $(BUILD)/collectgen
	@tests/hledger.sh $(BUILD)/collectgen

oracle: $(BUILD)/collectgen
	@tests/oracle.sh $(BUILD)/collectgen

limits: $(BUILD)/collectgen
	@tests/scale.sh --limits $(BUILD)/collectgen

golden: $(BUILD)/collectgen $(BUILD)/golden/proofs
	@tests/scale.sh --short $(BUILD)/collectgen
	@tests/golden.sh $(BUILD)/collectgen
	@tests/proofs.sh $(BUILD)/golden/proofs
	@tests/figures.sh $(BUILD)/collectgen
	@tests/naughty.sh $(BUILD)/collectgen

fonts: $(BUILD)/collectgen | $(BUILD)/.setup-test
	@tests/fonts.sh $(BUILD)/collectgen

codes: $(CHECKED)
	@tests/codes.sh $(CHECKED)

standards: $(BUILD)/golden/proofs
	@tests/standards.sh $(BUILD)/golden/proofs

$(BUILD)/golden/proofs: tests/golden/proofs.c $(BUILD)/obj/libgen.a
	@mkdir -p $(@D)
	$(CC) $(BASE) $(HARDEN) -Itests/unit -MF $@.d $(filter %.c %.a,$^) -o $@ $(LINK) $(LIBS)

-include $(BUILD)/golden/proofs.d

# Every part of cmd/ but main.
CMD_PARTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out cmd/main.c,$(CMD)))

# The product with calls that fail: -rdynamic, so that its malloc is every library's.
$(BUILD)/torture/%.o: tests/torture/%.c Makefile | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(CC) $(BASE) -c $< -o $@

$(BUILD)/torture/main.o: cmd/main.c Makefile | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(CC) $(BASE) -Dmain=collectgen_main -Wno-missing-prototypes -c $< -o $@

$(BUILD)/torture/collectgen: $(BUILD)/torture/torture.o $(BUILD)/torture/main.o \
		$(CMD_PARTS) $(BUILD)/obj/libgen.a
	$(CC) $^ -o $@ -rdynamic $(LINK) $(LIBS)

# The same with its branches counted.
$(BUILD)/cov/torture: $(BUILD)/torture/torture.o $(BUILD)/torture/main.o \
		$(CMD_PARTS:$(BUILD)/obj/%=$(BUILD)/cov/%) $(BUILD)/cov/libgen.a
	$(CC) $^ -o $@ --coverage -rdynamic $(LINK) $(LIBS)

$(BUILD)/confine/probe: tests/confine/probe.c $(CMD_PARTS) $(BUILD)/obj/libgen.a
	@mkdir -p $(@D)
	$(CC) $(BASE) $(HARDEN) -Icmd -MF $@.d $^ -o $@ $(LINK) $(LIBS)

confine: $(BUILD)/collectgen $(BUILD)/confine/probe
	@tests/confine.sh $^

torture: $(BUILD)/collectgen $(BUILD)/torture/collectgen
	@tests/torture.sh $^

torture-short: $(BUILD)/collectgen $(BUILD)/torture/collectgen
	@tests/torture.sh --short $^

hardening: $(BUILD)/collectgen
	@tests/hardening.sh $<

injection: $(BUILD)/collectgen
	@tests/injection.sh $<

# Builds the product once more, elsewhere, without the compiler's cache.
reproducible: $(BUILD)/collectgen
	@CCACHE_DISABLE=1 tests/reproducible.sh $(BUILD)/collectgen '$(COMMIT)'

$(BUILD)/linear: tests/linear/linear.c $(BUILD)/obj/libgen.a
	$(CC) $(BASE) $(HARDEN) -MF $@.d $^ -o $@ $(LINK) $(LIBS)

linear: $(BUILD)/linear
	@tests/linear.sh $<

# The shipped binary under valgrind, which knows neither openat2 nor Landlock: so the ways
# around them are tried too.
memcheck: $(BUILD)/collectgen
	@rm -rf $(BUILD)/memcheck
	@valgrind -q --error-exitcode=9 $< build tests/torture/ledger --as-of $(AS_OF) -j 2 \
		-o $(BUILD)/memcheck >$(BUILD)/memcheck.log 2>&1 || { cat $(BUILD)/memcheck.log; exit 1; }
	@echo 'memcheck: no error'

# What follows every path takes minutes: `lint` has the other checks of .clang-tidy, gcc's
# analyser follows paths in `test`.
tidy: | $(BUILD)/.setup-test
	@$(call TIDY)
	@echo 'tidy: $(words $(GEN) $(CMD)) files, nothing found'

analyzer: | $(BUILD)/.setup-test
	@tests/analyzer.sh $(CC) $(LOOKED) -- $(GEN) $(CMD)

# Every byte of every example cut away and turned: hours under sanitizers, so without them.
$(BUILD)/mutate: tests/mutate/mutate.c $(BUILD)/obj/libgen.a
	$(CC) $(BASE) $(HARDEN) -MF $@.d $^ -o $@ $(LINK) $(LIBS)

mutate: $(BUILD)/mutate
	$< 1 $(sort $(dir $(wildcard examples/*/*.yaml)))

mutate-short: $(BUILD)/mutate
	$< 499 examples/joinery

# One harness an entrance (tests/fuzz), by clang's libFuzzer. SECONDS is shared among them;
# what they learn stays in $(BUILD)/fuzz/corpus, what they find in $(BUILD)/fuzz/found.
HARNESSES := ledger folder template markdown fields laws font logo
FUZZED    := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
SECONDS   ?= 60

$(BUILD)/fuzz/%.o: %.c Makefile | $(BUILD)/.setup-test
	@mkdir -p $(@D)
	$(CLANG) $(BASE) $(FUZZED) -fsanitize=fuzzer-no-link -c $< -o $@

$(BUILD)/fuzz/libgen.a: $(GEN:%.c=$(BUILD)/fuzz/%.o) $(BUILD)/carried.o
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fuzz/bin/%: $(addprefix $(BUILD)/fuzz/tests/fuzz/,%.o fuzz.o paper.o) $(BUILD)/fuzz/libgen.a
	@mkdir -p $(@D)
	$(CLANG) $^ -o $@ -fsanitize=fuzzer $(FUZZED) $(LINK) $(LIBS)

.PRECIOUS: $(BUILD)/fuzz/%.o
-include $(patsubst %.c,$(BUILD)/fuzz/%.d,$(GEN) $(wildcard tests/fuzz/*.c))

fuzz: $(HARNESSES:%=$(BUILD)/fuzz/bin/%)
	@tests/fuzz.sh $(BUILD)/fuzz $(SECONDS) $(HARNESSES)

fuzz-short: $(HARNESSES:%=$(BUILD)/fuzz/bin/%)
	@tests/fuzz.sh --short $(BUILD)/fuzz 0 $(HARNESSES)
manual: $(BUILD)/collectgen $(MAN)
	@tests/manual.sh $(BUILD)/collectgen $(MAN)

completion: $(BUILD)/collectgen
	@tests/completion.sh $(BUILD)/collectgen

recipes: $(BUILD)/collectgen
	@tests/recipes.sh $(BUILD)/collectgen

installed: $(BUILD)/collectgen $(MAN)
	@tests/installed.sh $(BUILD)

explain: $(BUILD)/collectgen
	@tests/explain.sh $(BUILD)/collectgen

house:
	@tests/house.sh
	@tests/house_test.sh

C_FILES := $(GEN) $(CMD) $(UNIT) $(TOOL) $(sort $(wildcard tests/*/*.c gen/*/*.h cmd/*.h tests/*/*.h))
SCRIPTS := .ci/run $(sort $(wildcard tests/*.sh tests/*/*.sh tests/bench/peers/*.sh gen/*/*.sh cmd/dist/*.sh cmd/dist/*.bash))

# What cppcheck cannot see: that give_up never returns, that a slot of a map may change, that a
# letter has at least one line.
CPPCHECK := '-D_Noreturn=__attribute__((noreturn))' -D__extension__= \
	--suppress=missingIncludeSystem --suppress=identicalInnerCondition --suppress=ctunullpointer

# For what reads the sources and makes nothing of them.
LOOKED := -std=c17 -D_GNU_SOURCE -Igen -Icmd -isystem /usr/include/harfbuzz
TIDY    = printf '%s\n' $(GEN) $(CMD) | xargs -P $$(nproc) -n 4 \
	  sh -c 'clang-tidy --quiet $(1) "$$@" -- $(LOOKED)' sh

lint: | $(BUILD)/.setup-test
	@$(call TIDY,--checks=-clang-analyzer-*)
	shellcheck $(SCRIPTS)
	zsh -n cmd/dist/_collectgen
	fish --no-execute cmd/dist/collectgen.fish
	clang-format --dry-run -Werror $(sort $(C_FILES))
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability \
		--inline-suppr $(CPPCHECK) -Igen $(GEN) $(CMD) $(TOOL)

format:
	clang-format -i $(sort $(C_FILES))

# One file of 64 MiB, 20,000 small ones, a million keys: slow, so not part of `test` in full.
scale: $(BUILD)/collectgen
	@tests/scale.sh $(BUILD)/collectgen

bench: $(BUILD)/collectgen $(addprefix $(BUILD)/bench/,yamlloop peak reading limit floors)
	@tests/bench/bench.sh $(BUILD)
	@tests/bench/build.sh $(BUILD)

# The same letters by the other typesetters that Debian has.
bench-peers: $(BUILD)/collectgen $(BUILD)/bench/peak | $(BUILD)/.setup-peers
	@tests/bench/peers.sh $(BUILD) $(NOTO)

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/obj/libgen.a | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(CC) $(BASE) $(HARDEN) $(filter %.c %.a,$^) -o $@ $(LINK) $(LIBS)

# --- Putting it somewhere. -------------------------------------------------------------------

SHARE  := $(DESTDIR)$(PREFIX)/share
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions

$(BUILD)/man/%: $(BUILD)/collectgen
	@mkdir -p $(@D)
	$(BUILD)/collectgen help $* > $@

install: $(BUILD)/collectgen $(MAN)
	install -D -m 755 $(BUILD)/collectgen $(DESTDIR)$(PREFIX)/bin/collectgen
	install -D -m 644 -t $(SHARE)/man/man1 $(filter %.1,$(MAN))
	install -D -m 644 -t $(SHARE)/man/man5 $(filter %.5,$(MAN))
	install -D -m 644 -t $(SHARE)/man/man7 $(filter %.7,$(MAN))
	install -D -m 644 cmd/dist/collectgen.bash $(SHARE)/bash-completion/completions/collectgen
	install -D -m 644 cmd/dist/collectgen.fish $(SHARE)/fish/vendor_completions.d/collectgen.fish
	install -D -m 644 cmd/dist/_collectgen $(DESTDIR)$(ZSHDIR)/_collectgen
	install -D -m 644 -t $(SHARE)/doc/collectgen README.md
	install -D -m 644 -t $(SHARE)/doc/collectgen/licences templates/licences/*
	for file in $$(find examples -type f); do \
		install -D -m 644 $$file $(SHARE)/doc/collectgen/$$file || exit 1; done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/collectgen
	rm -f $(addprefix $(SHARE)/man/man,1/collectgen.1 5/collectgen-ledger.5 \
		5/collectgen-templates.5 7/collectgen-policies.7)
	rm -f $(SHARE)/bash-completion/completions/collectgen
	rm -f $(SHARE)/fish/vendor_completions.d/collectgen.fish $(DESTDIR)$(ZSHDIR)/_collectgen
	rm -rf $(SHARE)/doc/collectgen

# What is committed, as a folder that builds and tests itself outside git.
RELEASE := collectgen-$(shell sed -n 's/^\#define VERSION "\(.*\)"/\1/p' gen/base/version.h)

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=$(RELEASE)/ HEAD | gzip -9n > $(BUILD)/$(RELEASE).tar.gz
	@echo $(BUILD)/$(RELEASE).tar.gz

# The Debian package, of what is committed.
deb: dist | $(BUILD)/.setup-deb
	@cmd/dist/deb.sh $(BUILD) $(RELEASE)

# The package on a bare Debian, and the first two months of somebody new there. Slow.
person: deb
	@tests/person.sh $(BUILD)

# The recording in the README, and its first month as a picture.
recording: person
	cp $(BUILD)/first-months.cast examples/first-months.cast
	python3 tests/person/picture.py examples/first-months.cast 'collectgen init' \
		'Letters of 2 November' > $(BUILD)/first-months.svg
	rsvg-convert $(BUILD)/first-months.svg -o examples/first-months.png

clean:
	rm -rf $(BUILD)
