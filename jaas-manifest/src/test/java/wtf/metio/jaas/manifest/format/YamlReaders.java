// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Readers of YAML that are not ours. */
enum YamlReaders {
  /** YAML 1.1, with its many booleans, dates and numbers to the base of 60. */
  OLD {
    @Override
    Iterable<Object> read(String text) {
      var options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      options.setNestingDepthLimit(2000);
      return new Yaml(options).loadAll(text);
    }
  },
  /** YAML 1.2 as it recommends. */
  CORE {
    @Override
    Iterable<Object> read(String text) {
      return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
          .loadAllFromString(text);
    }
  },
  /** YAML 1.2 as close to JSON as it gets. */
  JSON {
    @Override
    Iterable<Object> read(String text) {
      return new Load(LoadSettings.builder().setSchema(new JsonSchema()).build())
          .loadAllFromString(text);
    }
  };

  abstract Iterable<Object> read(String text);

  /** The documents, with all numbers as doubles. */
  List<Object> documents(String text) {
    var documents = new ArrayList<>();
    read(text).forEach(document -> documents.add(plain(document)));
    return documents;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case null -> YamlReaders.class;
      case Map<?, ?> map -> {
        var plain = new TreeMap<String, Object>();
        map.forEach((key, element) -> plain.put(key + typeOf(key), plain(element)));
        yield plain;
      }
      case List<?> list -> list.stream().map(YamlReaders::plain).toList();
      case Number number -> number.doubleValue();
      case Object other -> other;
    };
  }

  private static String typeOf(Object key) {
    return key instanceof String ? "" : " " + key.getClass();
  }

  /** A value in the form in which {@link #documents} gives it. */
  static Object expected(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var plain = new TreeMap<String, Object>();
        map.forEach((key, element) -> plain.put((String) key, expected(element)));
        yield plain;
      }
      case List<?> list -> list.stream().map(YamlReaders::expected).toList();
      case Object other -> other == Json.NOTHING ? YamlReaders.class : other;
    };
  }
}
