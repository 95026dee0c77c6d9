// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.util.List;
import okhttp3.Request;

/**
 * What a request asks for, read from its address.
 *
 * @param resource as roles name it; empty if the address is none of a resource
 * @param name empty for all
 */
record RequestPath(String resource, String name, String subresource) {

  private static final RequestPath NONE = new RequestPath("", "", "");

  /**
   * Reads an address.
   *
   * @param segments of the path, without those of the server itself
   */
  static RequestPath of(List<String> segments) {
    if (segments.size() >= 3 && segments.getFirst().equals("api")) {
      return within("", segments.subList(2, segments.size()));
    }
    if (segments.size() >= 4 && segments.getFirst().equals("apis")) {
      return within('.' + segments.get(1), segments.subList(3, segments.size()));
    }
    return NONE;
  }

  private static RequestPath within(String group, List<String> segments) {
    boolean namespaced = segments.size() > 2 && segments.getFirst().equals("namespaces");
    var rest = namespaced ? segments.subList(2, segments.size()) : segments;
    return new RequestPath(rest.getFirst() + group, part(rest, 1), part(rest, 2));
  }

  private static String part(List<String> segments, int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /** As roles name what is done. */
  String verb(Request request) {
    return switch (request.method()) {
      case "GET" -> reading(request);
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
      default -> "";
    };
  }

  private String reading(Request request) {
    var watch = request.url().queryParameter("watch");
    if ("true".equals(watch) || "1".equals(watch)) {
      return "watch";
    }
    return name.isEmpty() && !resource.isEmpty() ? "list" : "get";
  }
}
