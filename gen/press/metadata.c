#include "press/metadata.h"

#include "press/word.h"

enum { FIELDS = 1 << 10 /* [bytes] of what is said, as a rule */ };

static void put_text(struct buf *buf, struct str key, struct str text)
{
	if (text.len == 0)
		return;
	buf_put(buf, key);
	word_text(buf, text);
}

static void put_number(struct buf *buf, int number)
{
	buf_byte(buf, (char)('0' + number / 10 % 10));
	buf_byte(buf, (char)('0' + number % 10));
}

/* 20261130 with something between year, month and day. */
static void put_day(struct buf *buf, struct civil_day day, struct str between)
{
	put_number(buf, day.year / 100);
	put_number(buf, day.year);
	buf_put(buf, between);
	put_number(buf, day.month);
	buf_put(buf, between);
	put_number(buf, day.day);
}

struct str metadata_information(struct arena *arena, struct objects *objects,
				const struct meta *meta)
{
	struct buf buf = buf_new(arena, 0);
	buf_open(&buf, FIELDS);
	put_text(&buf, STR("/Title"), meta->title);
	put_text(&buf, STR("/Author"), meta->author);
	put_text(&buf, STR("/Subject"), meta->subject);
	put_text(&buf, STR("/Creator"), meta->producer);
	put_text(&buf, STR("/Producer"), meta->producer);
	buf_put(&buf, STR("/CreationDate(D:"));
	put_day(&buf, meta->date, STR(""));
	buf_put(&buf, STR("000000Z)"));
	object_dictionary(objects, OBJECT_INFO, buf_str(&buf));
	return buf_str(&buf);
}

/* ---- XMP ---- */

/* The packet's identifier is the same in all packets of the world (XMP part 1, 7.3.2). */
static const struct str head = STR_LIT(
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
	"<pdfuaid:part>1</pdfuaid:part>\n"
	"<dc:format>application/pdf</dc:format>\n");

/* PDF/A wants every name explained that it does not know itself, and so the name by which
 * a file says that it is PDF/UA (ISO 19005-2, 6.6.2.3). */
static const struct str foot =
	STR_LIT("<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
		"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
		"</pdfaSchema:namespaceURI>"
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
		"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
		"<pdfaProperty:name>part</pdfaProperty:name>"
		"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
		"<pdfaProperty:category>internal</pdfaProperty:category>"
		"<pdfaProperty:description>Part of ISO 14289 the file conforms to"
		"</pdfaProperty:description>"
		"</rdf:li></rdf:Seq></pdfaSchema:property>"
		"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");

static bool is_markup(char c)
{
	return c == '&' || c == '<' || c == '>';
}

static void put_escaped(struct buf *buf, struct str text)
{
	for (size_t i = 0, from; i < text.len; i++) {
		for (from = i; i < text.len && !is_markup(text.at[i]);)
			i++;
		buf_put(buf, str_slice(text, from, i));
		if (i == text.len)
			return;
		buf_put(buf, text.at[i] == '&'	 ? STR("&amp;")
			     : text.at[i] == '<' ? STR("&lt;")
						 : STR("&gt;"));
	}
}

static void put_property(struct buf *buf, struct str before, struct str text,
			 struct str after)
{
	if (text.len == 0)
		return;
	buf_put(buf, before);
	put_escaped(buf, text);
	buf_put(buf, after);
	buf_byte(buf, '\n');
}

static struct str write_packet(struct arena *arena, const struct meta *meta)
{
	struct buf buf = buf_new(arena, 0);
	buf_open(&buf, head.len + foot.len + FIELDS);
	buf_put(&buf, head);
	put_property(&buf, STR("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"),
		     meta->title, STR("</rdf:li></rdf:Alt></dc:title>"));
	put_property(&buf, STR("<dc:creator><rdf:Seq><rdf:li>"), meta->author,
		     STR("</rdf:li></rdf:Seq></dc:creator>"));
	put_property(&buf,
		     STR("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"),
		     meta->subject, STR("</rdf:li></rdf:Alt></dc:description>"));
	put_property(&buf, STR("<dc:language><rdf:Bag><rdf:li>"), meta->language,
		     STR("</rdf:li></rdf:Bag></dc:language>"));
	put_property(&buf, STR("<xmp:CreatorTool>"), meta->producer,
		     STR("</xmp:CreatorTool>"));
	put_property(&buf, STR("<pdf:Producer>"), meta->producer, STR("</pdf:Producer>"));
	buf_put(&buf, STR("<xmp:CreateDate>"));
	put_day(&buf, meta->date, STR("-"));
	buf_put(&buf, STR("T00:00:00Z</xmp:CreateDate>\n"));
	buf_put(&buf, foot);
	return buf_str(&buf);
}

void metadata_packet(struct arena *arena, struct objects *objects,
		     const struct meta *meta, struct buf *entries)
{
	struct str packet = write_packet(arena, meta);
	unsigned number = object_reserve(objects);
	object_stream(objects, number, STR("/Type/Metadata/Subtype/XML"), packet);
	buf_put(entries, STR("/Metadata "));
	word_reference(entries, number);
}

void metadata_colours(struct arena *arena, struct objects *objects, struct str profile,
		      struct buf *entries)
{
	unsigned stream = object_reserve(objects), intent = object_reserve(objects);
	object_stream(objects, stream, STR("/N 3/Filter/FlateDecode"), profile);
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, STR("/Type/OutputIntent/S/GTS_PDFA1"
			  "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
			  "/Info(sRGB IEC61966-2.1)/DestOutputProfile "));
	word_reference(&buf, stream);
	object_dictionary(objects, intent, buf_str(&buf));
	buf_put(entries, STR("/OutputIntents["));
	word_reference(entries, intent);
	buf_byte(entries, ']');
}
