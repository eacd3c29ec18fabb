/* catalogue_yaml: what diag reports of files and of YAML itself (floor 1).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_YAML_H
#define DIAG_CATALOGUE_YAML_H

#define NOTICES_YAML(X) \
	X(TAB_INDENT, "tab-indent", ERROR, "a tab in the indentation", \
	  "YAML does not allow tabs for indentation. Replace each with spaces.")

#endif
