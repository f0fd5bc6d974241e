/** Go types in templates and flag values: times, durations, numbers and structs of the API. */
@NullMarked
package dev.davit.gotypes;

import org.jspecify.annotations.NullMarked;
