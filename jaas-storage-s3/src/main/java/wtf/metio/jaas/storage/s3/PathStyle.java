// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

/** Where the bucket stands in the address of an object. */
public enum PathStyle {
  /** In the name of the host where that is known to be needed, otherwise in the path. */
  AUTO,
  /** In the path. */
  TRUE,
  /** In the name of the host. */
  FALSE
}
