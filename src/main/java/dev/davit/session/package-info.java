/** What is neither parsing nor HTTP: creating with a pull, attached streams, signals. */
@NullMarked
package dev.davit.session;

import org.jspecify.annotations.NullMarked;
