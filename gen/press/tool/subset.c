/* subset: cuts a font down to what letters can need, at build time.
 * Usage: subset IN.ttf OUT.ttf
 *
 * Kept: the characters below, outlines without hints, the layout features that the
 * shaping room asks for (kerning, marks), the name table (it carries the copyright
 * notice). */
#include <errno.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdio.h>
#include <string.h>

struct range {
	hb_codepoint_t first, last;
};

static const struct range characters[] = {
	{0x0020, 0x007E}, /* ASCII */
	{0x00A0, 0x024F}, /* Latin-1, Latin Extended-A and -B */
	{0x02C6, 0x02C7}, /* circumflex and caron, from cp1252 */
	{0x02DA, 0x02DD}, /* ring, ogonek, small tilde, double acute */
	{0x0300, 0x036F}, /* combining marks */
	{0x0370, 0x03FF}, /* Greek */
	{0x0400, 0x052F}, /* Cyrillic */
	{0x1E00, 0x1EFF}, /* Latin Extended Additional: the capital sharp s, Vietnamese */
	{0x2000, 0x200A}, /* spaces of all widths */
	{0x2010, 0x2027}, /* hyphens, dashes, quotation marks, daggers, dots */
	{0x202F, 0x205F}, /* narrow no-break space, per mille, primes, angle quotes */
	{0x2070, 0x209F}, /* superscripts and subscripts */
	{0x20A0, 0x20BF}, /* currencies */
	{0x2100, 0x218F}, /* numero, trade mark, ohm, fractions */
	{0x2190, 0x2193}, /* arrows */
	{0x2200, 0x2265}, /* mathematics */
	{0x25A0, 0x25FF}, /* squares, bullets */
	{0x2713, 0x2717}, /* ticks and crosses */
	{0xFB01, 0xFB02}, /* fi and fl, pasted from other documents */
};

static const hb_tag_t features[] = {
	HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('m', 'a', 'r', 'k'),
	HB_TAG('m', 'k', 'm', 'k'),
	HB_TAG('c', 'c', 'm', 'p'),
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static hb_subset_input_t *wish(void)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (!input)
		return NULL;
	for (size_t i = 0; i < COUNT(characters); i++)
		hb_set_add_range(hb_subset_input_unicode_set(input), characters[i].first,
				 characters[i].last);
	hb_set_t *kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
	hb_set_clear(kept);
	for (size_t i = 0; i < COUNT(features); i++)
		hb_set_add(kept, features[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static hb_blob_t *cut(hb_blob_t *font)
{
	hb_face_t *whole = hb_face_create(font, 0);
	hb_subset_input_t *input = wish();
	hb_face_t *part = input ? hb_subset_or_fail(whole, input) : NULL;
	hb_blob_t *bytes = part ? hb_face_reference_blob(part) : NULL;
	hb_face_destroy(part);
	hb_subset_input_destroy(input);
	hb_face_destroy(whole);
	return bytes;
}

static int save(hb_blob_t *bytes, const char *path)
{
	unsigned length = 0;
	const char *at = hb_blob_get_data(bytes, &length);
	FILE *out = fopen(path, "wb");
	if (!out)
		return -1;
	size_t written = fwrite(at, 1, length, out);
	return (fclose(out) == 0 && written == length) ? 0 : -1;
}

static int complain(const char *path, const char *what)
{
	fprintf(stderr, "subset: error: %s: %s\n", path, what);
	return 1;
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: subset IN.ttf OUT.ttf\n");
		return 2;
	}
	hb_blob_t *font = hb_blob_create_from_file_or_fail(argv[1]);
	if (!font)
		return complain(argv[1], "cannot be read");
	hb_blob_t *bytes = cut(font);
	hb_blob_destroy(font);
	if (!bytes || hb_blob_get_length(bytes) == 0)
		return complain(argv[1], "is not a font that can be cut down");
	int failed = save(bytes, argv[2]);
	const char *reason = strerror(errno);
	hb_blob_destroy(bytes);
	return failed ? complain(argv[2], reason) : 0;
}
