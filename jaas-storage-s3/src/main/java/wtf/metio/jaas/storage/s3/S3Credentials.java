// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import org.jspecify.annotations.Nullable;

/** As whom the server is asked. */
public sealed interface S3Credentials {

  /** As nobody: requests are not signed. */
  record Anonymous() implements S3Credentials {}

  /**
   * With these keys.
   *
   * @param sessionToken null unless the keys are temporary
   */
  record Fixed(String accessKey, String secretKey, @Nullable String sessionToken)
      implements S3Credentials {

    @Override
    public String toString() {
      return "Fixed[...]";
    }
  }

  /**
   * With what the surroundings of the process offer, asked in this order: environment, web
   * identity, shared files, the container's and the machine's metadata service.
   */
  record Ambient() implements S3Credentials {}
}
