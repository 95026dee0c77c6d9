// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.util.Arrays;
import java.util.Optional;

/** The form in which the value of a program is published. */
public enum Format {
  /** As {@code rendered.json}. */
  JSON("json"),
  /** As {@code rendered.yaml}; a list as a stream of documents. */
  YAML("yaml"),
  /** Every Kubernetes object in it as a file, and a {@code kustomization.yaml} that lists them. */
  MANIFESTS("manifests"),
  /** Every field of the value as the file of that name. */
  MULTI("multi");

  private final String text;

  Format(String text) {
    this.text = text;
  }

  /** The format of this name. */
  public static Optional<Format> of(String text) {
    return Arrays.stream(values()).filter(format -> format.text.equals(text)).findFirst();
  }

  /** The name in a description. */
  public String text() {
    return text;
  }
}
