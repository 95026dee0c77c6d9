// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

/**
 * How large an archive and what is in it may be, in bytes.
 *
 * @param compressed the archive itself
 * @param stream everything that it unpacks to, wanted or not
 * @param kept all files that are wanted, together
 * @param file one of them
 */
public record ArchiveLimits(long compressed, long stream, long kept, long file) {

  /** 64 MiB that unpack to 512 MiB, of which 64 MiB are wanted, in files of 16 MiB. */
  public static final ArchiveLimits DEFAULTS =
      new ArchiveLimits(64L << 20, 512L << 20, 64L << 20, 16L << 20);
}
