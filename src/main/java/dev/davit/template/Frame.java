package dev.davit.template;

import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The execution of a named template: its variables, and the current node for error messages. */
final class Frame {
  private static final class Binding {
    private final String name;
    private @Nullable Object value;

    Binding(String name, @Nullable Object value) {
      this.name = name;
      this.value = value;
    }
  }

  private final Template template;
  private final String name;
  private final List<Binding> variables = new ArrayList<>();
  private @Nullable Node current;

  Frame(Template template, String name, @Nullable Object data) {
    this.template = template;
    this.name = name;
    push("$", data);
  }

  Template template() {
    return template;
  }

  void at(Node node) {
    current = node;
  }

  TemplateException error(String message) {
    if (current == null) {
      return new TemplateException("template: " + name + ": " + message);
    }
    String before = template.text().substring(0, current.pos());
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    String location = line + ":" + Utf8.length(before.substring(lineStart));
    String context = " executing " + GoQuote.quote(name) + " at <" + current + ">: ";
    return new TemplateException("template: :" + location + ":" + context + message);
  }

  int mark() {
    return variables.size();
  }

  void popTo(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  void push(String variable, @Nullable Object value) {
    variables.add(new Binding(variable, value));
  }

  /** Sets the n-th variable from the top, for the next iteration of range. */
  void setTop(int n, @Nullable Object value) {
    variables.get(variables.size() - n).value = value;
  }

  void assign(String variable, @Nullable Object value) throws TemplateException {
    find(variable).value = value;
  }

  @Nullable Object get(String variable) throws TemplateException {
    return find(variable).value;
  }

  private Binding find(String variable) throws TemplateException {
    for (Binding binding : variables.reversed()) {
      if (binding.name.equals(variable)) {
        return binding;
      }
    }
    throw error("undefined variable: " + variable);
  }
}
