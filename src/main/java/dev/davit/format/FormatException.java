package dev.davit.format;

import dev.davit.template.TemplateException;
import java.io.IOException;

/** A {@code --format} that can't be followed; the message is docker's. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  FormatException(String failed, TemplateException cause) {
    super(failed + ": " + cause.getMessage(), cause);
  }
}
