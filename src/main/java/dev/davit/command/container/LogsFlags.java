package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.gotypes.GoInt;
import dev.davit.gotypes.LocalZone;
import dev.davit.gotypes.Timestamps;
import dev.davit.logs.FollowMode;
import dev.davit.logs.HumanTime;
import dev.davit.logs.LogPeriod;
import dev.davit.logs.LogQuery;
import dev.davit.logs.LogRuns;
import dev.davit.logs.line.LinePattern;
import dev.davit.logs.line.LineRules;
import dev.davit.logs.line.LogTime;
import dev.davit.logs.line.Severity;
import dev.davit.logs.view.JsonView;
import dev.davit.logs.view.Prefix;
import dev.davit.logs.view.TimestampStyle;
import dev.davit.select.ContainerIndex;
import dev.davit.terminal.Coloring;
import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The flags of {@code logs}, and what their values mean. */
public final class LogsFlags {
  static final Flag<Boolean> DETAILS =
      Flag.bool(
          "details",
          "Show the environment variables and labels that --log-opt adds to log entries");
  public static final Flag<FollowMode> FOLLOW =
      Flag.choice(
              "follow",
              'f',
              FollowMode::parse,
              FollowMode.NO,
              "Follow the log output (--follow=name: across restarts and re-creation)")
          .completes(Completer.words(FollowMode.WORDS));
  public static final Flag<String> SINCE =
      Flag.string(
          "since",
          "Show logs since a time: 2013-01-02T13:23:37Z, 'yesterday 8:00', or a duration ago such as 42m");
  public static final Flag<@Nullable Boolean> STDERR =
      Flag.tristate("stderr", "Show STDERR only (--stderr=false: STDOUT only)");
  public static final Flag<@Nullable Boolean> STDOUT =
      Flag.tristate("stdout", "Show STDOUT only (--stdout=false: STDERR only)");
  public static final Flag<String> UNTIL =
      Flag.string(
              "until",
              "Show logs before a time: 2013-01-02T13:23:37Z, 'yesterday 8:00', or a duration ago such as 42m")
          .since(1, 35);
  public static final Flag<TimestampStyle> TIMESTAMPS =
      Flag.choice(
              "timestamps",
              't',
              TimestampStyle::parse,
              TimestampStyle.NONE,
              "Prefix each line with its timestamp (=short, =relative or =delta: in this form)")
          .completes(Completer.words(TimestampStyle.WORDS));
  public static final Flag<String> TAIL =
      Flag.string(
          "tail", 'n', "all", "Number of lines to show from the end of the logs (default \"all\")");

  private static final Flag<@Nullable Integer> AFTER =
      context("after-context", 'A', "Show N lines after each line that matches");
  private static final Flag<@Nullable Integer> AROUND =
      context("line-context", 'C', "Show N lines before and after each line that matches");
  private static final Flag<@Nullable Integer> BEFORE =
      context("before-context", 'B', "Show N lines before each line that matches");
  static final Flag<@Nullable Coloring> COLOR =
      Flag.value("color", "when", Coloring::parse, "Use colors: auto (default), always or never")
          .completes(Completer.words(Coloring.WORDS));
  private static final Flag<List<LinePattern>> EXCLUDE =
      patterns("exclude", "Hide lines that match a regular expression (repeatable)");
  private static final Flag<Boolean> FOLLOW_NAME =
      Flag.bool("follow-name", 'F', "Follow across restarts and re-creation: --follow=name");
  static final Flag<List<LinePattern>> GREP =
      patterns("grep", "Show only lines that match a regular expression (repeatable: any of them)");
  static final Flag<List<LinePattern>> HIGHLIGHT =
      patterns("highlight", "Highlight what matches a regular expression (repeatable)");
  static final Flag<@Nullable JsonView> JSON =
      Flag.value(
              "json",
              "form",
              JsonView::parse,
              "Show lines that are JSON indented ('pretty'), or only these fields: ts,level,msg")
          .completes(Completer.words("pretty"));
  private static final Flag<@Nullable Severity> LEVEL =
      Flag.value(
              "level",
              "level",
              Severity::parse,
              "Show only lines of a level or above: trace, debug, info, warn, error or fatal")
          .completes(Completer.words("trace debug info warn error fatal"));
  static final Flag<@Nullable Prefix> PREFIX =
      Flag.value(
              "prefix",
              "prefix",
              Prefix::parse,
              "Begin each line with name, id or none; auto (default): the name if containers are several")
          .completes(Completer.words(Prefix.WORDS));
  static final Flag<@Nullable Integer> RUN =
      Flag.value(
              "run",
              "run",
              LogRuns::parse,
              "Show the logs of one run only: current, previous, or N runs back")
          .completes(Completer.words("current previous"));
  private static final Flag<@Nullable String> STREAM =
      Flag.value("stream", "stream", LogsFlags::stream, "Show one stream only: stdout or stderr")
          .completes(Completer.words("stderr stdout"));
  private static final Flag<@Nullable String> TZ =
      Flag.value(
              "tz",
              "zone",
              LogsFlags::zone,
              "Time zone of timestamps, --since and --until: Local, UTC or Area/City")
          .completes(Completer.words("Local UTC"));

  /** The flags in the groups of help. */
  static final List<FlagGroup> GROUPS =
      List.of(
          new FlagGroup(
              "Options",
              List.of(
                  DETAILS,
                  FOLLOW,
                  FOLLOW_NAME,
                  RUN,
                  SINCE,
                  STDERR,
                  STDOUT,
                  STREAM,
                  TAIL,
                  TIMESTAMPS,
                  UNTIL)),
          new FlagGroup("Containers", SelectionFlags.severalWith(List.of())),
          new FlagGroup("Lines", List.of(AFTER, BEFORE, EXCLUDE, GREP, LEVEL, AROUND)),
          new FlagGroup("Appearance", List.of(COLOR, HIGHLIGHT, JSON, PREFIX, TZ)));

  /** All flags, sorted by name. */
  static final List<Flag<?>> EVERY =
      SelectionFlags.with(
          List.of(), GROUPS.stream().<Flag<?>>flatMap(each -> each.flags().stream()).toList());

  /** The flags with which lines are not printed as the engine sends them. */
  private static final List<Flag<?>> BY_LINE =
      List.of(
          AFTER,
          AROUND,
          BEFORE,
          EXCLUDE,
          GREP,
          HIGHLIGHT,
          JSON,
          LEVEL,
          PREFIX,
          RUN,
          STREAM,
          TZ,
          SelectionFlags.IGNORE);

  private LogsFlags() {}

  private static Flag<@Nullable Integer> context(String name, char shorthand, String help) {
    return Flag.value(name, shorthand, "N", GoInt::parseUint16, help);
  }

  private static Flag<List<LinePattern>> patterns(String name, String help) {
    return Flag.list(name, (char) 0, "regex", LinePattern::parse, help);
  }

  private static String stream(String text) {
    if (!text.equals("stdout") && !text.equals("stderr")) {
      throw new IllegalArgumentException("must be stdout or stderr");
    }
    return text;
  }

  /** Validates a time zone; the local one is empty. */
  private static String zone(String text) {
    if (text.equalsIgnoreCase("local")) {
      return "";
    }
    if (LocalZone.named(text) == null) {
      throw new IllegalArgumentException("unknown time zone " + GoQuote.quote(text));
    }
    return text;
  }

  /** Whether the log of one container is printed as the engine sends it, as by docker. */
  static boolean isPlain(CommandContext in) {
    TimestampStyle times = in.get(TIMESTAMPS);
    return in.joint() == null
        && in.args().size() == 1
        && !ContainerIndex.isSelector(in.args().getFirst())
        && !SelectionFlags.select(in.flags())
        && !changeLines(in)
        && follow(in) != FollowMode.NAME
        && (times == TimestampStyle.NONE || times == TimestampStyle.RFC3339);
  }

  /** Whether flags are given with which lines are not printed as the engine sends them. */
  public static boolean changeLines(CommandContext in) {
    return BY_LINE.stream().anyMatch(in.flags()::given);
  }

  /** Whether the log is not followed. */
  public static boolean isEnding(CommandContext in) {
    return follow(in) == FollowMode.NO;
  }

  /** How the log is followed. */
  public static FollowMode follow(CommandContext in) {
    return in.get(FOLLOW_NAME) ? FollowMode.NAME : in.get(FOLLOW);
  }

  /**
   * Whether to print a stream: as given by its flag, by default unless only the other is wanted.
   */
  public static boolean isWanted(@Nullable Boolean stream, @Nullable Boolean other) {
    return stream == null ? !Boolean.TRUE.equals(other) : stream;
  }

  /** The rules by which lines are shown. */
  static LineRules rules(CommandContext in) {
    String stream = in.get(STREAM);
    if (stream != null && (in.get(STDOUT) != null || in.get(STDERR) != null)) {
      throw CommandException.conflict("--stream", in.get(STDOUT) == null ? "--stderr" : "--stdout");
    }
    int around = Objects.requireNonNullElse(in.get(AROUND), 0);
    return new LineRules(
        in.get(GREP),
        in.get(EXCLUDE),
        in.get(LEVEL),
        stream == null ? isWanted(in.get(STDOUT), in.get(STDERR)) : stream.equals("stdout"),
        stream == null ? isWanted(in.get(STDERR), in.get(STDOUT)) : stream.equals("stderr"),
        Objects.requireNonNullElse(in.get(BEFORE), around),
        Objects.requireNonNullElse(in.get(AFTER), around));
  }

  /** The requested part of each log. */
  static LogQuery query(CommandContext in, LineRules rules) {
    Integer run = in.get(RUN);
    if (run != null && in.flags().given(SINCE)) {
      throw CommandException.conflict("--run", "--since");
    }
    if (run != null && run > 0 && follow(in) != FollowMode.NO) {
      throw CommandException.conflict("--follow", "--run");
    }
    LogPeriod period = new LogPeriod(time(in, SINCE), time(in, UNTIL));
    return new LogQuery(rules, in.get(DETAILS), period, LogQuery.tail(in.get(TAIL)));
  }

  /** The time zone of {@code --tz}; that of docker's timestamps without the flag. */
  static LocalZone zoneOfLines(CommandContext in) {
    boolean asDocker = in.get(TZ) == null && in.get(TIMESTAMPS) == TimestampStyle.RFC3339;
    return LocalZone.of(asDocker ? "UTC" : tz(in));
  }

  private static @Nullable String tz(CommandContext in) {
    String given = in.get(TZ);
    return given == null || given.isEmpty() ? in.app().env().get("TZ") : given;
  }

  /** Returns a time as the API takes it; null if the flag is not given. */
  public static @Nullable String time(CommandContext in, Flag<String> flag) {
    String text = in.get(flag);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return new Timestamps(in.app().clock(), tz(in)).parse(text);
    } catch (IllegalArgumentException e) {
      return humanTime(in, flag, e);
    }
  }

  /** Parses a form of times that docker refuses. */
  private static String humanTime(
      CommandContext in, Flag<String> flag, IllegalArgumentException refusal) {
    try {
      HumanTime times = new HumanTime(in.app().clock().instant(), LocalZone.of(tz(in)));
      return LogTime.seconds(times.parse(in.get(flag)));
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(
          "invalid value for \"" + flag.name() + "\": " + refusal.getMessage());
    }
  }
}
