package dev.davit.template;

/** A template that cannot be parsed or executed; with Go's message. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }
}
