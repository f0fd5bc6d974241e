/**
 * Text utilities: quoting and escaping for Go, shells and terminals, masking of secrets, natural
 * order.
 */
@NullMarked
package dev.davit.text;

import org.jspecify.annotations.NullMarked;
