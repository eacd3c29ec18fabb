#include "press/raster.h"

#include <png.h>
#include <string.h>

#include "base/limits.h"
#include "base/memory.h"

#define WHITE 255

bool raster_is_png(struct str bytes)
{
	return str_starts(bytes, STR("\x89PNG\r\n\x1A\n"));
}

static bool is_grey(const unsigned char *pixels, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (pixels[3 * i] != pixels[3 * i + 1] ||
		    pixels[3 * i] != pixels[3 * i + 2])
			return false;
	return true;
}

/* One byte a pixel says as much where all three are equal. */
static void drop_colour(struct raster *raster, unsigned char *pixels, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pixels[i] = pixels[3 * i];
	raster->colours = 1;
	raster->pixels.len = count;
}

static struct str complaint(struct arena *arena, const png_image *image)
{
	return str_format(arena, "it is damaged (%s)", image->message);
}

/* The header has been read; image->format is what is wanted. */
static bool read_pixels(struct arena *arena, png_image *image, struct raster *raster,
			struct str *fault)
{
	const png_color white = {WHITE, WHITE, WHITE};
	size_t count = (size_t)image->width * image->height;
	if (count > LIMIT_LOGO_PIXELS) {
		*fault = str_format(arena, "it has more than %u pixels",
				    LIMIT_LOGO_PIXELS);
		return false;
	}
	image->format = PNG_FORMAT_RGB;
	image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	unsigned char *pixels = ARENA_ARRAY(arena, unsigned char, 3 * count);
	if (!png_image_finish_read(image, &white, pixels, 0, NULL)) {
		*fault = complaint(arena, image);
		return false;
	}
	*raster = (struct raster){.width = image->width,
				  .height = image->height,
				  .colours = 3,
				  .pixels = {(const char *)pixels, 3 * count}};
	if (is_grey(pixels, count))
		drop_colour(raster, pixels, count);
	return true;
}

bool raster_read(struct arena *arena, struct str bytes, struct raster *raster,
		 struct str *fault)
{
	png_image image;
	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	memory_watch();
	if (!png_image_begin_read_from_memory(&image, bytes.at, bytes.len)) {
		memory_settle();
		*fault = complaint(arena, &image);
		return false;
	}
	bool read = read_pixels(arena, &image, raster, fault);
	memory_settle();
	png_image_free(&image);
	return read;
}

struct str raster_library(void)
{
	return STR("libpng " PNG_LIBPNG_VER_STRING);
}
