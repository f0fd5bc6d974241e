/** Output for programs: typed values as JSON, YAML, CSV and TSV, described by a JSON schema. */
@NullMarked
package dev.davit.output;

import org.jspecify.annotations.NullMarked;
