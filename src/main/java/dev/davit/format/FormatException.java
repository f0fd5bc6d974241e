package dev.davit.format;

import dev.davit.format.template.TemplateException;
import java.io.IOException;

/** A {@code --format} that can't be followed; the message is docker's. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  FormatException(String doing, TemplateException cause) {
    super("failed to " + doing + " template: " + cause.getMessage(), cause);
    this.problem = String.valueOf(cause.getMessage());
  }

  /** What is wrong, in Go's words, without docker's in front of them. */
  public String problem() {
    return problem;
  }
}
