package dev.davit.template;

import dev.davit.template.Node.Branch;
import dev.davit.template.Node.Sequence;
import dev.davit.template.Node.Variable;
import dev.davit.text.ControlBytes;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes the statements of a template and writes their output, as text/template/exec.go. */
final class Evaluator {
  /** The completion of a statement: break and continue leave the enclosing lists. */
  private enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  // Go allows 100000 levels; a Java stack holds fewer, and only infinite recursion reaches this
  // limit.
  private static final int MAX_DEPTH = 1000;

  private final Frame frame;
  private final Expressions expressions;
  private final StringBuilder out;
  private final int depth;

  private Evaluator(Frame frame, StringBuilder out, int depth) {
    this.frame = frame;
    this.expressions = new Expressions(frame);
    this.out = out;
    this.depth = depth;
  }

  static void run(Template template, Sequence root, @Nullable Object data, StringBuilder out)
      throws TemplateException {
    new Evaluator(new Frame(template, "", data), out, 0).walk(data, root);
  }

  private Flow walk(@Nullable Object dot, Node.Statement statement) throws TemplateException {
    frame.at(statement);
    switch (statement) {
      case Node.Text text -> out.append(text.text());
      case Node.Action action -> {
        Object value = expressions.pipeline(dot, action.pipe());
        if (action.pipe().variables().isEmpty()) {
          print(value, action.pipe());
        }
      }
      case Node.Invocation invocation -> invoke(dot, invocation);
      case Branch branch -> {
        return branch(dot, branch);
      }
      case Node.Keyword keyword -> {
        return keyword.kind() == Token.Kind.BREAK ? Flow.BREAK : Flow.CONTINUE;
      }
      case Sequence sequence -> {
        for (Node.Statement child : sequence.statements()) {
          Flow flow = walk(dot, child);
          if (flow != Flow.NEXT) {
            return flow;
          }
        }
      }
    }
    return Flow.NEXT;
  }

  /**
   * Prints a value; control characters are escaped unless the value is a literal of the template,
   * since all other values can be the engine's.
   */
  private void print(@Nullable Object value, Node.Pipe pipe) {
    int begin = out.length();
    GoPrinter.print(value, out);
    if (!(pipe.commands().getFirst().args().getFirst() instanceof Node.Str)
        && frame.template().steersTerminal(out, begin)) {
      String shown = ControlBytes.shown(out.substring(begin));
      out.setLength(begin);
      out.append(shown);
    }
  }

  private void invoke(@Nullable Object dot, Node.Invocation invocation) throws TemplateException {
    Sequence body = frame.template().definition(invocation.name());
    if (body == null) {
      throw frame.error("template " + GoQuote.quote(invocation.name()) + " not defined");
    }
    if (depth == MAX_DEPTH) {
      throw frame.error("exceeded maximum template depth (100000)");
    }
    Object data = invocation.pipe() == null ? null : expressions.pipeline(dot, invocation.pipe());
    Frame inner = new Frame(frame.template(), invocation.name(), data);
    new Evaluator(inner, out, depth + 1).walk(data, body);
  }

  private Flow branch(@Nullable Object dot, Branch branch) throws TemplateException {
    int mark = frame.mark();
    Object value = expressions.pipeline(dot, branch.pipe());
    Flow flow = Flow.NEXT;
    if (branch.keyword() == Token.Kind.RANGE) {
      flow = range(dot, branch, value);
    } else if (GoType.isTrue(value)) {
      flow = walk(branch.keyword() == Token.Kind.WITH ? value : dot, branch.body());
    } else if (branch.otherwise() != null) {
      flow = walk(dot, branch.otherwise());
    }
    frame.popTo(mark);
    return flow;
  }

  private Flow range(@Nullable Object dot, Branch range, @Nullable Object value)
      throws TemplateException {
    boolean some =
        switch (GoNamed.bare(value)) {
          case null -> false;
          case List<?> list -> overList(range, list);
          case Map<?, ?> map -> overMap(range, map);
          case Integer count -> overCount(range, count, false);
          case Long count -> overCount(range, count, !(value instanceof GoNamed));
          default -> throw frame.error("range can't iterate over " + GoPrinter.sprint(value));
        };
    return some || range.otherwise() == null ? Flow.NEXT : walk(dot, range.otherwise());
  }

  private boolean overList(Branch range, List<?> list) throws TemplateException {
    for (int i = 0; i < list.size(); i++) {
      if (iterate(range, i, GoType.element(list, list.get(i))) == Flow.BREAK) {
        break;
      }
    }
    return !list.isEmpty();
  }

  private boolean overMap(Branch range, Map<?, ?> map) throws TemplateException {
    for (String key : GoPrinter.sortedKeys(map)) {
      Object index = map instanceof GoMap typed ? typed.key(key) : key;
      if (iterate(range, index, GoType.element(map, map.get(key))) == Flow.BREAK) {
        break;
      }
    }
    return !map.isEmpty();
  }

  private boolean overCount(Branch range, Number count, boolean int64) throws TemplateException {
    if (range.pipe().variables().size() > 1) {
      throw frame.error("can't use " + count + " to iterate over more than one variable");
    }
    for (long i = 0; i < count.longValue(); i++) {
      Object element = int64 ? (Object) i : GoType.ofInt(i);
      if (iterate(range, null, element) == Flow.BREAK) {
        break;
      }
    }
    return count.longValue() > 0;
  }

  private Flow iterate(Branch range, @Nullable Object index, @Nullable Object element)
      throws TemplateException {
    List<Variable> variables = range.pipe().variables();
    List<@Nullable Object> values = new ArrayList<>();
    if (variables.size() > 1) {
      values.add(index);
    }
    values.add(element);
    for (int i = 0; i < variables.size(); i++) {
      if (range.pipe().assigns()) {
        frame.assign(variables.get(i).names().getFirst(), values.get(i));
      } else {
        frame.setTop(variables.size() - i, values.get(i));
      }
    }
    int mark = frame.mark();
    Flow flow = walk(element, range.body());
    frame.popTo(mark);
    return flow;
  }
}
