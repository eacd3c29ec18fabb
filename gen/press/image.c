#include "press/image.h"

#include "base/digest.h"
#include "press/deflate.h"
#include "press/jpeg.h"
#include "press/raster.h"

#define FILTER_UP 2 /* PNG's: each byte less the one above it */

/* What struct image's `pixels` are to this floor. */
struct picture {
	struct str entries; /* of the stream's dictionary */
	struct str bytes;   /* of the stream */
	struct str name;
};

static struct str entries(struct arena *arena, uint32_t width, uint32_t height,
			  unsigned colours, struct str rest)
{
	return str_format(arena,
			  "/Type/XObject/Subtype/Image/Width %u/Height %u"
			  "/ColorSpace/%s/BitsPerComponent 8%.*s",
			  width, height, colours == 1 ? "DeviceGray" : "DeviceRGB",
			  STR_ARG(rest));
}

static const struct image *image_new(struct arena *arena, uint32_t width, uint32_t height,
				     struct picture picture)
{
	struct picture *kept = ARENA_NEW(arena, struct picture);
	struct image *image = ARENA_NEW(arena, struct image);
	*kept = picture;
	struct buf name = buf_new(arena, 0);
	digest_put(&name, digest_from_str(picture.bytes));
	kept->name = buf_str(&name);
	*image = (struct image){width, height, kept};
	return image;
}

/* ---- PNG ---- */

/* Rows with PNG's filter byte before each, every byte less the one above it. */
static struct str filter_up(struct arena *arena, const struct raster *raster)
{
	size_t width = (size_t)raster->width * raster->colours, used = 0;
	char *out = arena_text(arena, (width + 1) * raster->height);
	for (size_t row = 0; row < raster->height; row++) {
		const char *at = raster->pixels.at + row * width;
		const char *above = row ? at - width : NULL;
		out[used++] = FILTER_UP;
		for (size_t i = 0; i < width; i++)
			out[used++] = (char)(at[i] - (above ? above[i] : 0));
	}
	return (struct str){out, used};
}

/* Packed plainly or row against row, whichever is shorter. */
static struct picture pack(struct arena *arena, const struct raster *raster)
{
	struct deflate *deflate = deflate_open(arena);
	struct str plain = deflate_pack(arena, deflate, EFFORT_PICTURE, raster->pixels);
	struct str filtered =
		deflate_pack(arena, deflate, EFFORT_PICTURE, filter_up(arena, raster));
	deflate_close(deflate);
	bool up = filtered.len < plain.len;
	struct str rest = STR("/Filter/FlateDecode");
	if (up)
		rest = str_format(arena,
				  "/Filter/FlateDecode/DecodeParms<</Predictor 15"
				  "/Colors %u/Columns %u>>",
				  raster->colours, raster->width);
	return (struct picture){.entries = entries(arena, raster->width, raster->height,
						   raster->colours, rest),
				.bytes = up ? filtered : plain};
}

/* The pixels themselves are not kept. */
static const struct image *read_png(struct arena *arena, struct str bytes,
				    struct str *fault)
{
	const struct image *image = NULL;
	struct arena *scratch = arena_new(0);
	struct raster raster;
	if (raster_read(scratch, bytes, &raster, fault)) {
		struct picture picture = pack(scratch, &raster);
		picture.entries = str_copy(arena, picture.entries);
		picture.bytes = str_copy(arena, picture.bytes);
		image = image_new(arena, raster.width, raster.height, picture);
	}
	*fault = str_copy(arena, *fault);
	arena_free(scratch);
	return image;
}

/* ---- JPEG ---- */

static const struct image *read_jpeg(struct arena *arena, struct str bytes,
				     struct str *fault)
{
	struct jpeg jpeg;
	if (!jpeg_read(arena, bytes, &jpeg, fault))
		return NULL;
	struct str all = entries(arena, jpeg.width, jpeg.height, jpeg.colours,
				 STR("/Filter/DCTDecode"));
	return image_new(arena, jpeg.width, jpeg.height,
			 (struct picture){.entries = all, .bytes = jpeg.bytes});
}

const struct image *image_read(struct arena *arena, struct str bytes, struct str *fault)
{
	*fault = STR("");
	if (raster_is_png(bytes))
		return read_png(arena, bytes, fault);
	if (jpeg_is_one(bytes))
		return read_jpeg(arena, bytes, fault);
	*fault = STR("it is neither PNG nor JPEG");
	return NULL;
}

struct str image_name(const struct image *image)
{
	const struct picture *picture = image->pixels;
	return picture->name;
}

unsigned image_embed(struct objects *objects, const struct image *image)
{
	const struct picture *picture = image->pixels;
	unsigned number = object_reserve(objects);
	object_stream(objects, number, picture->entries, picture->bytes);
	return number;
}
