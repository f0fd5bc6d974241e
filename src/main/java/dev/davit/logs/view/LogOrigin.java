package dev.davit.logs.view;

/** The container that has written a line, as it is shown. */
public interface LogOrigin {
  String name();

  String id();
}
