package dev.davit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.EngineDifferences.Difference;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Expects the failures that {@link EngineDifferences} lists for this engine: a listed test that
 * passes, or fails differently, is an error.
 */
final class OnThisEngine implements InvocationInterceptor {
  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
      throws Throwable {
    check(test, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
      throws Throwable {
    check(test, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext invoked, ExtensionContext context)
      throws Throwable {
    check(test, context);
  }

  private static void check(Invocation<Void> test, ExtensionContext context) throws Throwable {
    Optional<EngineDifferences> differences = EngineDifferences.ofThisEngine();
    Difference difference =
        differences.isEmpty()
            ? null
            : differences.get().get(testClass(context), context.getDisplayName());
    if (difference == null) {
      test.proceed();
      return;
    }
    String failure = failure(test);
    for (String line : difference.outcome()) {
      assertTrue(failure.contains(line.substring(3)), difference.reason() + ": " + failure);
    }
    EngineDifferences.occurred(difference);
  }

  /** Returns the test class; a dynamic test has none, but its factory does. */
  private static String testClass(ExtensionContext context) {
    ExtensionContext each = context;
    while (each.getTestClass().isEmpty()) {
      each = each.getParent().orElseThrow();
    }
    return each.getRequiredTestClass().getSimpleName();
  }

  private static String failure(Invocation<Void> test) throws Throwable {
    try {
      test.proceed();
    } catch (Exception | AssertionError e) {
      return e.toString();
    }
    throw new AssertionError("passes, though it is said to fail on this engine");
  }
}
