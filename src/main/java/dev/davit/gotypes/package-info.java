/**
 * Types of Go that templates show and flags are written in: times, durations, numbers, structs of
 * the API.
 */
@NullMarked
package dev.davit.gotypes;

import org.jspecify.annotations.NullMarked;
