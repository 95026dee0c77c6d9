// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects for a cluster in a value, however deep they lie, in their order.
 *
 * <p>One is known by its apiVersion and kind. What lies within one belongs to it, but for the items
 * of a list, which are found instead of the list.
 */
final class ObjectSearch {

  private static final int MAX_DEPTH = 1000;

  private final JsonCursor json;
  private List<KubernetesObject> found = new ArrayList<>();
  private @Nullable String stranger;
  private int depth;

  /** Where the walk stands: a step, and the way that led to it. */
  private record Step(@Nullable Step before, String text) {

    Step to(String name) {
      boolean plain = !name.isEmpty() && name.chars().allMatch(Step::isPlain);
      return new Step(this, plain ? '.' + name : "[\"" + name + "\"]");
    }

    Step to(int index) {
      return new Step(this, "[" + index + ']');
    }

    private static boolean isPlain(int c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    @Override
    public String toString() {
      var steps = new StringBuilder();
      for (var at = this; at != null; at = at.before) {
        steps.insert(0, at.text);
      }
      return steps.toString();
    }
  }

  /**
   * What the fields of an object say. Whether it is one for a cluster is known at its end only, and
   * nothing is read twice, however deep it lies.
   */
  private static final class Candidate {
    private @Nullable String apiVersion;
    private @Nullable String kind;
    private @Nullable String name;
    private @Nullable String namespace;
    private @Nullable Candidate metadata;
    private boolean hasItems;
    private @Nullable String strangerInItems;
  }

  /**
   * What is in a value.
   *
   * @param objects in their order
   * @param stranger the path to the first text, number or boolean that belongs to none of them;
   *     null if there is none
   */
  record Found(List<KubernetesObject> objects, @Nullable String stranger) {}

  private ObjectSearch(byte[] text) {
    this.json = new JsonCursor(text);
  }

  static Found in(byte[] text) throws UnfitException {
    var search = new ObjectSearch(text);
    search.value(new Step(null, "$"));
    return new Found(search.found, search.stranger);
  }

  /** Walks over a value; what its fields say, if it is an object. */
  private @Nullable Candidate value(Step path) throws UnfitException {
    if (++depth > MAX_DEPTH) {
      throw new UnfitException("the value is nested deeper than " + MAX_DEPTH + " levels");
    }
    Candidate candidate = null;
    switch (json.peek()) {
      case '{' -> candidate = object(path);
      case '[' -> list(path);
      default -> leaf(path);
    }
    depth--;
    return candidate;
  }

  private void leaf(Step path) {
    boolean nothing = json.peek() == 'n';
    json.skip();
    if (!nothing && stranger == null) {
      stranger = path.toString();
    }
  }

  private void list(Step path) throws UnfitException {
    json.pass('[');
    int index = 0;
    while (!json.passIf(']')) {
      value(path.to(index++));
      json.passIf(',');
    }
  }

  private Candidate object(Step path) throws UnfitException {
    int begin = json.position();
    var outside = found;
    var strangerOutside = stranger;
    found = new ArrayList<>();
    var candidate = fields(path);
    var apiVersion = candidate.apiVersion;
    var kind = candidate.kind;
    if (apiVersion == null || kind == null) {
      outside.addAll(found);
    } else if (kind.endsWith("List") && candidate.hasItems) {
      outside.addAll(found);
      stranger = strangerOutside == null ? candidate.strangerInItems : strangerOutside;
    } else {
      outside.add(
          new KubernetesObject(path.toString(), begin, apiVersion, kind, identity(candidate)));
      stranger = strangerOutside;
    }
    found = outside;
    return candidate;
  }

  private static KubernetesObject.Identity identity(Candidate candidate) {
    var metadata = candidate.metadata;
    return metadata == null
        ? new KubernetesObject.Identity(null, null)
        : new KubernetesObject.Identity(metadata.name, metadata.namespace);
  }

  private Candidate fields(Step path) throws UnfitException {
    var candidate = new Candidate();
    json.pass('{');
    while (!json.passIf('}')) {
      var name = json.string();
      json.pass(':');
      field(name, candidate, path.to(name));
      json.passIf(',');
    }
    return candidate;
  }

  private void field(String name, Candidate candidate, Step path) throws UnfitException {
    var text = json.peek() == '"' ? json.copy().string() : null;
    switch (name) {
      case "apiVersion" -> candidate.apiVersion = text;
      case "kind" -> candidate.kind = text;
      case "name" -> candidate.name = text;
      case "namespace" -> candidate.namespace = text;
      default -> {}
    }
    if (name.equals("items") && json.peek() == '[') {
      candidate.hasItems = true;
      items(candidate, path);
    } else {
      var inner = value(path);
      if (name.equals("metadata")) {
        candidate.metadata = inner;
      }
    }
  }

  private void items(Candidate candidate, Step path) throws UnfitException {
    var before = stranger;
    stranger = null;
    value(path);
    candidate.strangerInItems = stranger;
    stranger = before == null ? stranger : before;
  }
}
