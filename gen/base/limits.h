/* limits: every limit of the program, with its reason.
 * Floor 0. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* A ledger file of 64 MiB is 400,000 invoices: more than anyone edits by hand; spans hold
 * offsets in 32 bits, so this also keeps them exact. */
#define LIMIT_FILE_BYTES (64u << 20)
/* Files in one ledger: file numbers are 32 bits, but a folder of more than a million
 * files is a mistake (a home directory given by accident). */
#define LIMIT_FILES 1000000u
/* Nesting: the deepest thing in the language is 6; libyaml's flow nesting is quadratic.
 */
#define LIMIT_DEPTH 32u
/* Keys of one mapping: the longest in use, the invoices that one payment is for, has a
 * few thousand; a million unknown ones would be a million findings. */
#define LIMIT_KEYS 10000u
/* One text of a ledger: a pasted correspondence has 100 KB; a megabyte is another file
 * given by accident, and normalising it would take nine times as much. */
#define LIMIT_TEXT_BYTES (1u << 20)
/* Findings printed in one run; the rest is counted. */
#define LIMIT_NOTICES 200u
/* One letter's text after templates: 4 MiB is a 20,000-row statement. */
#define LIMIT_RENDERED_BYTES (4u << 20)
/* Partials inside partials: a letter needs 3. */
#define LIMIT_PARTIAL_DEPTH 16u
/* Tags followed in one template, each item of a list counted: a 20,000-row statement has
 * 400,000; lists in lists, or partials in partials, may print nothing and never end. */
#define LIMIT_TEMPLATE_STEPS 4000000u
/* Cells of one document's tables: a 20,000-row statement has 160,000. A row of one byte
 * counts as wide as its table: 4 MiB of text could be 100 million cells. */
#define LIMIT_TABLE_CELLS 500000u
/* A logo is part of every document: 512 KiB is far more than one needs, and a thousand
 * letters with it are half a gigabyte. */
#define LIMIT_LOGO_BYTES (512u << 10)
/* 4 million pixels print 70 mm at 720 to the inch; 12 MiB while it is read. */
#define LIMIT_LOGO_PIXELS 4000000u
/* One of the creditor's fonts: the largest of Latin, Greek and Cyrillic in use (Calibri)
 * has 1.6 MiB; what is larger has Chinese or Japanese, which letters do not print. */
#define LIMIT_FONT_BYTES (4u << 20)
/* Glyphs made of glyphs: an accent on a letter on its base needs 3; it bounds the stack.
 */
#define LIMIT_GLYPH_DEPTH 8u
/* Pages of one document: four reams, more than a printer holds. */
#define LIMIT_PAGES 2000u
/* Marks on one letter that are shaped together: UAX #15 calls 30 more than any writing
 * needs, and HarfBuzz compares each with all others. What goes on is shaped by itself. */
#define LIMIT_MARKS 30u
/* What a thread remembers of texts it has measured: an ordinary letter's take 11 KiB, of
 * which 3 KiB say what no other says. So ten templates leave room for some sixty letters
 * before all is forgotten, and it stays in a core's own cache (512 KiB and more). */
#define LIMIT_MEMO_BYTES (256u << 10)

/* [bytes] of a QR code: what banks' apps read (EPC069-12: version 13, level M). */
#define LIMIT_SYMBOL 331

#endif
