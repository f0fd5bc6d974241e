package dev.davit.template;

/** A template that does not parse or cannot be executed; the message is Go's, word for word. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }
}
