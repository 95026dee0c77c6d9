// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.source.FileSet;

/** Every object for a cluster as a file, and a list of these files that Kustomize reads. */
final class ObjectFiles {

  /** What Kustomize looks for. */
  static final String LIST = "kustomization.yaml";

  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9.-]*");

  private final byte[] json;
  private final Map<String, KubernetesObject> owners = new HashMap<>();
  private final Map<String, byte[]> files = new TreeMap<>();

  private ObjectFiles(byte[] json) {
    this.json = json;
  }

  static Formatted of(byte[] json) throws UnfitException {
    var found = ObjectSearch.in(json);
    if (found.stranger() != null) {
      throw new UnfitException(
          "format manifests: the value at "
              + found.stranger()
              + " belongs to no Kubernetes object; every object needs apiVersion and kind");
    }
    if (found.objects().isEmpty()) {
      throw new UnfitException(
          "format manifests: there is no Kubernetes object in the value; publishing none would"
              + " remove everything that was applied before");
    }
    var files = new ObjectFiles(json);
    for (var object : found.objects()) {
      files.add(object);
    }
    return files.all();
  }

  private void add(KubernetesObject object) throws UnfitException {
    var file = fileName(object);
    var other = owners.putIfAbsent(file, object);
    if (other != null) {
      throw new UnfitException(
          "format manifests: "
              + other.path()
              + " and "
              + object.path()
              + " are the same object, "
              + file);
    }
    var yaml = new YamlWriter(256);
    yaml.document(new JsonCursor(json, object.begin()));
    files.put(file, yaml.bytes());
  }

  /**
   * The name says what makes an object the one it is: namespace, kind, group and name. It is read
   * back without doubt, so two objects never share a file.
   */
  static String fileName(KubernetesObject object) throws UnfitException {
    var name = object.identity().name();
    if (name == null || name.isEmpty()) {
      throw unfit(object, "has no metadata.name");
    }
    if (!KIND.matcher(object.kind()).matches() || !GROUP.matcher(object.group()).matches()) {
      throw unfit(object, "has a kind or apiVersion that is none");
    }
    var group = object.group().isEmpty() ? "" : '.' + object.group();
    var file = object.kind() + group + '_' + encoded(name, ".-") + ".yaml";
    var namespace = object.identity().namespace();
    return namespace == null || namespace.isEmpty() ? file : encoded(namespace, "-") + '/' + file;
  }

  private static UnfitException unfit(KubernetesObject object, String problem) {
    return new UnfitException("format manifests: the object at " + object.path() + ' ' + problem);
  }

  /** Every other byte as an underscore and two digits; so is the underscore. */
  private static String encoded(String text, String kept) {
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || kept.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded
            .append('_')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 0xf, 16));
      }
    }
    return encoded.toString();
  }

  private Formatted all() {
    var list = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\n");
    list.append("kind: Kustomization\nresources:\n");
    files.keySet().forEach(file -> list.append("- ").append(file).append('\n'));
    files.put(LIST, list.toString().getBytes(StandardCharsets.UTF_8));
    return new Formatted.Files(new FileSet(files), List.of());
  }
}
