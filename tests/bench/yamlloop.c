/* yamlloop FILE...: libyaml's bare event loop over the files, the floor under any reader
 * that is built on it. Prints the seconds it took and the events it saw. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <yaml.h>

static double now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* The events of one file; -1 when it is no YAML or cannot be read. */
static long loop(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return -1;
	yaml_parser_t parser;
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_file(&parser, file);
	long events = 0;
	for (bool end = false; !end; events++) {
		yaml_event_t event;
		if (!yaml_parser_parse(&parser, &event)) {
			events = -2;
			break;
		}
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	fclose(file);
	return events < 0 ? -1 : events;
}

int main(int argc, char **argv)
{
	long total = 0;
	double start = now();
	for (int i = 1; i < argc; i++) {
		long events = loop(argv[i]);
		if (events < 0) {
			fprintf(stderr, "yamlloop: %s: cannot be read\n", argv[i]);
			return EXIT_FAILURE;
		}
		total += events;
	}
	printf("%.3f %ld\n", now() - start, total);
	return EXIT_SUCCESS;
}
