package dev.davit.terminal;

import static java.nio.ByteOrder.nativeOrder;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;

/**
 * Converts between Linux's {@code struct termios} and JLine's attributes (asm-generic/termbits.h,
 * which x86 and ARM share). Fields that the attributes lack, such as the line speed, keep their
 * values.
 */
final class Termios {
  private static final int INPUT = 0;
  private static final int OUTPUT = 4;
  private static final int CONTROL = 8;
  private static final int LOCAL = 12;
  private static final int CHARACTERS = 17;

  private static final int CHARACTER_SIZE = 0x30;

  private static final Map<InputFlag, Integer> INPUT_FLAGS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(InputFlag.IGNBRK, 0x1),
              Map.entry(InputFlag.BRKINT, 0x2),
              Map.entry(InputFlag.IGNPAR, 0x4),
              Map.entry(InputFlag.PARMRK, 0x8),
              Map.entry(InputFlag.INPCK, 0x10),
              Map.entry(InputFlag.ISTRIP, 0x20),
              Map.entry(InputFlag.INLCR, 0x40),
              Map.entry(InputFlag.IGNCR, 0x80),
              Map.entry(InputFlag.ICRNL, 0x100),
              Map.entry(InputFlag.IXON, 0x400),
              Map.entry(InputFlag.IXANY, 0x800),
              Map.entry(InputFlag.IXOFF, 0x1000),
              Map.entry(InputFlag.IMAXBEL, 0x2000),
              Map.entry(InputFlag.IUTF8, 0x4000)));

  private static final Map<OutputFlag, Integer> OUTPUT_FLAGS =
      new EnumMap<>(
          Map.of(
              OutputFlag.OPOST, 0x1,
              OutputFlag.ONLCR, 0x4,
              OutputFlag.OCRNL, 0x8,
              OutputFlag.ONOCR, 0x10,
              OutputFlag.ONLRET, 0x20,
              OutputFlag.OFILL, 0x40,
              OutputFlag.OFDEL, 0x80));

  private static final Map<ControlFlag, Integer> CONTROL_FLAGS =
      new EnumMap<>(
          Map.of(
              ControlFlag.CSTOPB, 0x40,
              ControlFlag.CREAD, 0x80,
              ControlFlag.PARENB, 0x100,
              ControlFlag.PARODD, 0x200,
              ControlFlag.HUPCL, 0x400,
              ControlFlag.CLOCAL, 0x800));

  private static final Map<ControlFlag, Integer> CHARACTER_SIZES =
      new EnumMap<>(
          Map.of(
              ControlFlag.CS5, 0x0,
              ControlFlag.CS6, 0x10,
              ControlFlag.CS7, 0x20,
              ControlFlag.CS8, 0x30));

  private static final Map<LocalFlag, Integer> LOCAL_FLAGS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(LocalFlag.ISIG, 0x1),
              Map.entry(LocalFlag.ICANON, 0x2),
              Map.entry(LocalFlag.ECHO, 0x8),
              Map.entry(LocalFlag.ECHOE, 0x10),
              Map.entry(LocalFlag.ECHOK, 0x20),
              Map.entry(LocalFlag.ECHONL, 0x40),
              Map.entry(LocalFlag.NOFLSH, 0x80),
              Map.entry(LocalFlag.TOSTOP, 0x100),
              Map.entry(LocalFlag.ECHOCTL, 0x200),
              Map.entry(LocalFlag.ECHOPRT, 0x400),
              Map.entry(LocalFlag.ECHOKE, 0x800),
              Map.entry(LocalFlag.FLUSHO, 0x1000),
              Map.entry(LocalFlag.PENDIN, 0x4000),
              Map.entry(LocalFlag.IEXTEN, 0x8000),
              Map.entry(LocalFlag.EXTPROC, 0x10000)));

  private static final Map<ControlChar, Integer> CHARACTER_PLACES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ControlChar.VINTR, 0),
              Map.entry(ControlChar.VQUIT, 1),
              Map.entry(ControlChar.VERASE, 2),
              Map.entry(ControlChar.VKILL, 3),
              Map.entry(ControlChar.VEOF, 4),
              Map.entry(ControlChar.VTIME, 5),
              Map.entry(ControlChar.VMIN, 6),
              Map.entry(ControlChar.VSTART, 8),
              Map.entry(ControlChar.VSTOP, 9),
              Map.entry(ControlChar.VSUSP, 10),
              Map.entry(ControlChar.VEOL, 11),
              Map.entry(ControlChar.VREPRINT, 12),
              Map.entry(ControlChar.VDISCARD, 13),
              Map.entry(ControlChar.VWERASE, 14),
              Map.entry(ControlChar.VLNEXT, 15),
              Map.entry(ControlChar.VEOL2, 16)));

  private Termios() {}

  /** Returns the flags and characters that JLine supports. */
  static Attributes attributes(byte[] termios) {
    ByteBuffer fields = ByteBuffer.wrap(termios).order(nativeOrder());
    int control = fields.getInt(CONTROL);
    Attributes attributes = new Attributes();
    INPUT_FLAGS.forEach((f, bit) -> attributes.setInputFlag(f, isSet(fields.getInt(INPUT), bit)));
    OUTPUT_FLAGS.forEach(
        (f, bit) -> attributes.setOutputFlag(f, isSet(fields.getInt(OUTPUT), bit)));
    CONTROL_FLAGS.forEach((f, bit) -> attributes.setControlFlag(f, isSet(control, bit)));
    CHARACTER_SIZES.forEach(
        (f, size) -> attributes.setControlFlag(f, (control & CHARACTER_SIZE) == size));
    LOCAL_FLAGS.forEach((f, bit) -> attributes.setLocalFlag(f, isSet(fields.getInt(LOCAL), bit)));
    CHARACTER_PLACES.forEach(
        (c, place) ->
            attributes.setControlChar(c, Byte.toUnsignedInt(fields.get(CHARACTERS + place))));
    return attributes;
  }

  private static boolean isSet(int flags, int bit) {
    return (flags & bit) != 0;
  }

  /** Copies attributes into a terminal's termios. */
  static void put(Attributes attributes, byte[] termios) {
    ByteBuffer fields = ByteBuffer.wrap(termios).order(nativeOrder());
    INPUT_FLAGS.forEach((f, bit) -> put(fields, INPUT, bit, attributes.getInputFlag(f)));
    OUTPUT_FLAGS.forEach((f, bit) -> put(fields, OUTPUT, bit, attributes.getOutputFlag(f)));
    CONTROL_FLAGS.forEach((f, bit) -> put(fields, CONTROL, bit, attributes.getControlFlag(f)));
    CHARACTER_SIZES.forEach(
        (f, size) -> {
          if (attributes.getControlFlag(f)) {
            put(fields, CONTROL, CHARACTER_SIZE, false);
            put(fields, CONTROL, size, true);
          }
        });
    LOCAL_FLAGS.forEach((f, bit) -> put(fields, LOCAL, bit, attributes.getLocalFlag(f)));
    CHARACTER_PLACES.forEach(
        (c, place) -> {
          int value = attributes.getControlChar(c);
          if (value >= 0) {
            fields.put(CHARACTERS + place, (byte) value);
          }
        });
  }

  private static void put(ByteBuffer fields, int field, int bits, boolean set) {
    int flags = fields.getInt(field);
    fields.putInt(field, set ? flags | bits : flags & ~bits);
  }
}
