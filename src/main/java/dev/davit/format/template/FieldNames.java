package dev.davit.format.template;

import dev.davit.format.template.Node.Pipe;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which fields of the data a template mentions. */
final class FieldNames {
  private FieldNames() {}

  static void collect(Node.Statement statement, Set<String> names) {
    switch (statement) {
      case Node.Action action -> fromPipe(action.pipe(), names);
      case Node.Invocation invocation -> fromPipe(invocation.pipe(), names);
      case Node.Branch branch -> {
        fromPipe(branch.pipe(), names);
        collect(branch.body(), names);
        if (branch.otherwise() != null) {
          collect(branch.otherwise(), names);
        }
      }
      case Node.Sequence sequence -> sequence.statements().forEach(s -> collect(s, names));
      case Node.Text _, Node.Keyword _ -> {}
    }
  }

  private static void fromPipe(@Nullable Pipe pipe, Set<String> names) {
    if (pipe != null) {
      pipe.commands().forEach(command -> command.args().forEach(arg -> fromOperand(arg, names)));
    }
  }

  private static void fromOperand(Node.Operand operand, Set<String> names) {
    switch (operand) {
      case Node.Dot _ -> names.add(".");
      case Node.Field field -> names.add(field.names().getFirst());
      case Node.Variable variable -> {
        if (variable.names().getFirst().equals("$")) {
          names.add(variable.names().size() > 1 ? variable.names().get(1) : ".");
        }
      }
      case Node.Chain chain -> {
        fromOperand(chain.base(), names);
        // ($).Size and the like.
        names.add(chain.names().getFirst());
      }
      case Pipe pipe -> fromPipe(pipe, names);
      case Node.Bool _, Node.Constant _, Node.Identifier _, Node.Nil _, Node.Str _ -> {}
    }
  }
}
