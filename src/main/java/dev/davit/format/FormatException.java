package dev.davit.format;

import dev.davit.template.TemplateException;
import java.io.IOException;

/** An invalid {@code --format}, or one that failed; with docker's message. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  FormatException(String failed, TemplateException cause) {
    super(failed + ": " + cause.getMessage(), cause);
  }
}
