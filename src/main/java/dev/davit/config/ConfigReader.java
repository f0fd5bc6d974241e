package dev.davit.config;

import dev.davit.json.Json;
import dev.davit.text.GoCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a config.json as Go's decoder fills docker's struct: keys match in any case, null means
 * unset, and if values have a wrong type, the first is reported and the others are read.
 */
final class ConfigReader {
  private static final List<String> PROXY_FIELDS =
      List.of("httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy");
  private static final List<String> AUTH_FIELDS =
      List.of(
          "username",
          "password",
          "auth",
          "email",
          "serveraddress",
          "identitytoken",
          "registrytoken");
  private static final Map<String, Key> KEYS = keys();

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();
  private final Map<String, Map<String, Map<String, String>>> tables = new LinkedHashMap<>();
  private @Nullable String problem;

  /** The type of a key's value, with Go's name for it. */
  private enum Shape {
    TEXT("string"),
    LIST("[]string"),
    MAP("map[string]string"),
    MAPS("map[string]map[string]string"),
    AUTHS("map[string]types.AuthConfig"),
    PROXIES("map[string]configfile.ProxyConfig");

    final String goType;

    Shape(String goType) {
      this.goType = goType;
    }
  }

  private record Key(String name, Shape shape) {}

  /** Includes docker's keys that davit does not use, since their values can be broken, too. */
  private static Map<String, Key> keys() {
    Map<String, Key> keys = new LinkedHashMap<>();
    for (String name :
        List.of(
            "psFormat",
            "imagesFormat",
            "networksFormat",
            "pluginsFormat",
            "volumesFormat",
            "statsFormat",
            "detachKeys",
            "credsStore",
            "serviceInspectFormat",
            "servicesFormat",
            "tasksFormat",
            "secretFormat",
            "configFormat",
            "nodesFormat",
            "currentContext",
            "experimental")) {
      add(keys, name, Shape.TEXT);
    }
    for (String name : List.of("HttpHeaders", "credHelpers", "aliases", "features")) {
      add(keys, name, Shape.MAP);
    }
    add(keys, "pruneFilters", Shape.LIST);
    add(keys, "cliPluginsExtraDirs", Shape.LIST);
    add(keys, "plugins", Shape.MAPS);
    add(keys, "auths", Shape.AUTHS);
    add(keys, "proxies", Shape.PROXIES);
    return Map.copyOf(keys);
  }

  private static void add(Map<String, Key> keys, String name, Shape shape) {
    keys.put(GoCase.fold(name), new Key(name, shape));
  }

  /** Returns the first error in the text, in Go's words. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  ConfigValues read(byte[] json) {
    Object root;
    try {
      root = Json.first(json);
    } catch (Json.SyntaxException e) {
      problem = e.getMessage();
      return ConfigValues.NONE;
    }
    if (root instanceof Map<?, ?> object) {
      object.forEach((name, value) -> readKey(String.valueOf(name), value));
    } else if (root != null) {
      refuse(root, "value", "configfile.ConfigFile");
    }
    return new ConfigValues(texts, lists, maps, tables, problem == null ? credentials() : Map.of());
  }

  private void readKey(String name, @Nullable Object value) {
    Key key = KEYS.get(GoCase.fold(name));
    if (key == null || value == null) {
      return;
    }
    String field = "ConfigFile." + key.name;
    switch (key.shape) {
      case TEXT -> text(value, field).ifPresent(text -> texts.put(key.name, text));
      case LIST -> lists.put(key.name, list(value, field));
      case MAP -> maps.put(key.name, map(value, field));
      case MAPS -> maps(value, field);
      case AUTHS -> tables.put(key.name, table(key, value, "AuthConfig", "types.", AUTH_FIELDS));
      case PROXIES ->
          tables.put(key.name, table(key, value, "ProxyConfig", "configfile.", PROXY_FIELDS));
    }
  }

  private Optional<String> text(@Nullable Object value, String field) {
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value != null) {
      refuse(value, "struct field " + field, Shape.TEXT.goType);
    }
    return Optional.empty();
  }

  private List<String> list(Object value, String field) {
    List<String> list = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> list.add(text(item, field).orElse("")));
    } else {
      refuse(value, "struct field " + field, Shape.LIST.goType);
    }
    return list;
  }

  private Map<String, String> map(Object value, String field) {
    Map<String, String> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((name, item) -> map.put(String.valueOf(name), text(item, field).orElse("")));
    } else {
      refuse(value, "struct field " + field, Shape.MAP.goType);
    }
    return map;
  }

  private void maps(Object value, String field) {
    if (!(value instanceof Map<?, ?> entries)) {
      refuse(value, "struct field " + field, Shape.MAPS.goType);
      return;
    }
    for (Object entry : entries.values()) {
      if (entry != null) {
        map(entry, field);
      }
    }
  }

  private Map<String, Map<String, String>> table(
      Key key, Object value, String struct, String goPackage, List<String> fields) {
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    if (!(value instanceof Map<?, ?> rows)) {
      refuse(value, "struct field ConfigFile." + key.name, key.shape.goType);
      return table;
    }
    rows.forEach(
        (name, row) -> {
          Map<String, String> cells = new LinkedHashMap<>();
          table.put(String.valueOf(name), cells);
          if (row instanceof Map<?, ?> entries) {
            entries.forEach(
                (cell, item) ->
                    cell(cells, String.valueOf(cell), item, struct + "." + key.name, fields));
          } else if (row != null) {
            refuse(row, "struct field ConfigFile." + key.name, goPackage + struct);
          }
        });
    return table;
  }

  private void cell(
      Map<String, String> cells,
      String name,
      @Nullable Object value,
      String field,
      List<String> names) {
    for (String known : names) {
      if (GoCase.equalFold(known, name)) {
        text(value, field + "." + known).ifPresent(text -> cells.put(known, text));
      }
    }
  }

  private void refuse(Object value, String target, String goType) {
    if (problem == null) {
      problem =
          "json: cannot unmarshal "
              + Json.kind(value)
              + " into Go "
              + target
              + " of type "
              + goType;
    }
  }

  private Map<String, Credentials> credentials() {
    Map<String, Credentials> credentials = new LinkedHashMap<>();
    tables
        .getOrDefault("auths", Map.of())
        .forEach((registry, cells) -> credentials.put(registry, credentials(registry, cells)));
    return credentials;
  }

  private Credentials credentials(String registry, Map<String, String> cells) {
    String username = cells.getOrDefault("username", "");
    String password = cells.getOrDefault("password", "");
    String auth = cells.getOrDefault("auth", "");
    if (!auth.isEmpty()) {
      String decoded = decode(auth);
      int colon = decoded.indexOf(':');
      username = colon < 0 ? "" : decoded.substring(0, colon);
      password = decoded.substring(colon + 1);
      if (username.isEmpty() && problem == null) {
        problem = "Invalid auth configuration file";
      }
    }
    return new Credentials(
        username,
        password,
        cells.getOrDefault("email", ""),
        registry,
        cells.getOrDefault("identitytoken", ""),
        cells.getOrDefault("registrytoken", ""));
  }

  private String decode(String auth) {
    try {
      return GoBase64.decode(auth);
    } catch (IllegalArgumentException e) {
      if (problem == null) {
        problem = e.getMessage();
      }
      return "";
    }
  }
}
