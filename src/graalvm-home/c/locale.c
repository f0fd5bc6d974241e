/* The user's locale, taken apart: "ll_CC.encoding@variant", as in sr_RS.UTF-8@latin. */
#define _GNU_SOURCE
#include <locale.h>
#include <string.h>

#include "svm_locale.h"

static svm_locale_props_t properties;

static char *cut(char *text, char at) {
  char *rest = strchr(text, at);
  if (rest) {
    *rest++ = 0;
  }
  return rest;
}

static int parse(int category, const char **language, const char **script, const char **country, const char **variant) {
  const char *name = setlocale(category, NULL);
  char *text = strdup(name ? name : "C");
  if (!text) {
    return SVM_LOCALE_INITIALIZATION_OUT_OF_MEMORY;
  }
  char *modifier = cut(text, '@');
  cut(text, '.');
  *country = cut(text, '_');
  *language = !strcmp(text, "C") || !strcmp(text, "POSIX") ? "en" : text;
  if (modifier && !strcmp(modifier, "latin")) {
    *script = "Latn";
  } else if (modifier && !strcmp(modifier, "cyrillic")) {
    *script = "Cyrl";
  } else if (modifier && strcmp(modifier, "euro")) {
    *variant = modifier;
  }
  return SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}

int svm_initialize_locale(void) {
  /* not LC_ALL: the C library would open the files of a dozen more categories at every start */
  setlocale(LC_CTYPE, "");
  setlocale(LC_MESSAGES, "");
  int failed = parse(LC_CTYPE, &properties.format_language, &properties.format_script, &properties.format_country,
                     &properties.format_variant);
  return failed ? failed
                : parse(LC_MESSAGES, &properties.display_language, &properties.display_script,
                        &properties.display_country, &properties.display_variant);
}

svm_locale_props_t *svm_get_locale(void) {
  return &properties;
}
