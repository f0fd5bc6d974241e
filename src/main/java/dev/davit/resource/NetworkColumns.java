package dev.davit.resource;

import dev.davit.engine.model.NetworkSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code network ls}. Mirrors cli/command/network/formatter.go. */
public final class NetworkColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("ID", "Name", "Driver", "Scope");

  /** The default table's columns with {@code --usage}. */
  public static final List<String> SHOWN_WITH_USAGE =
      List.of("ID", "Name", "Driver", "Scope", "Containers");

  /** The template for the format {@code raw}. */
  public static final String RAW =
      "network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n";

  /** The template for the format {@code raw} with {@code --quiet}. */
  public static final String RAW_QUIET = "network_id: {{.ID}}";

  private NetworkColumns() {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs
   * @param usage the containers of each network
   * @param inJson whether {@code json} has the containers, too
   */
  public static Listing<NetworkSummary> listing(
      boolean truncate, NetworkUsage usage, boolean inJson) {
    List<Column<NetworkSummary>> columns = new ArrayList<>();
    Function<NetworkSummary, @Nullable Object> containers = each -> usage.of(each.name());
    columns.add(new Column<>("Containers", "CONTAINERS", containers, inJson ? containers : null));
    columns.add(
        new Column<>("CreatedAt", "CREATED AT", each -> new ApiTime(each.created()).shown()));
    columns.add(new Column<>("Driver", "DRIVER", NetworkSummary::driver));
    columns.add(new Column<>("ID", "NETWORK ID", each -> id(each, truncate)));
    columns.add(new Column<>("IPv4", "IPV4", each -> Boolean.toString(each.enableIpv4())));
    columns.add(new Column<>("IPv6", "IPV6", each -> Boolean.toString(each.enableIpv6())));
    columns.add(new Column<>("Internal", "INTERNAL", each -> Boolean.toString(each.internal())));
    columns.add(new Column<>("Labels", "LABELS", each -> Labels.list(each.labels())));
    columns.add(new Column<>("Name", "NAME", NetworkSummary::name));
    columns.add(new Column<>("Scope", "SCOPE", NetworkSummary::scope));
    return new Listing<>("*network.networkContext", columns, each -> Labels.method(each.labels()));
  }

  private static String id(NetworkSummary network, boolean truncate) {
    return truncate ? ShortId.of(network.id()) : network.id();
  }
}
