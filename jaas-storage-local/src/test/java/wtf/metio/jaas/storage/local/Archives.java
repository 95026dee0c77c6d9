// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

/** Archives to store. */
final class Archives {

  static final ResourceName OWNER = new ResourceName("team", "dashboards");

  private Archives() {}

  static Archive of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Archive.of(Revision.ofText(bytes), FileSet.of("rendered.json", bytes));
  }

  /** One of about so many bytes, the same for the same number. */
  static Archive ofNoise(int bytes) {
    var noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
  }
}
