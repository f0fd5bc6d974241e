/** Logins of registries: in config.json, or kept by credential helpers. */
@NullMarked
package dev.davit.credentials;

import org.jspecify.annotations.NullMarked;
