package dev.davit.command.several;

/** How a command runs on several engines. */
enum Manner {
  /** Running on one engine at a time, which a container's name can select. */
  ALONE,
  /** Reading: the output is in the order of engines, and each response has the deadline. */
  READ,
  /** Reading streams: lines are printed as they come, and each response has the deadline. */
  FOLLOW,
  /** Reading streams that end: lines are printed as they come, one engine after the other. */
  IN_TURN,
  /** Changing objects: the output is in the order of engines. */
  CHANGE,
  /** Changing containers and printing their names. */
  NAME,
  /** Running processes or transferring data: lines are printed as they come. */
  TRANSFER;

  /** Whether lines are printed as they come. */
  boolean isLive() {
    return this == FOLLOW || this == IN_TURN || this == TRANSFER;
  }

  /** Whether each response must begin within the deadline; if not, only the first one. */
  boolean answersInTime() {
    return this == READ || this == FOLLOW || this == IN_TURN;
  }

  /** The text between a context and a line of output. */
  String separator() {
    return this == NAME ? "/" : " | ";
  }
}
