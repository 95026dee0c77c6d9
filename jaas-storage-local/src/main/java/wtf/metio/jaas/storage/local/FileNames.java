// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.artifact.Revision;

/** What files are called in the folder of a store. */
final class FileNames {

  private static final String RECORD = ".sha256";

  /** The reference writes {@code <archive>.tmp}; ours have something unique before the end. */
  private static final Pattern TEMPORARY =
      Pattern.compile("sha256-[0-9a-f]{64}\\.tar\\.gz(?:(?:\\.sha256)?\\.[0-9a-f]{16})?\\.tmp");

  /** At the root there are none of the reference. */
  private static final Pattern TEMPORARY_AT_ROOT = Pattern.compile("\\.jaas-[0-9a-f]{16}\\.tmp");

  private FileNames() {}

  /** The file that says what the bytes of an archive hash to. */
  static String record(Revision revision) {
    return revision.fileName() + RECORD;
  }

  /** A name for a file that will get another one, which nobody else uses. */
  static String temporary(String finalName) {
    return finalName + '.' + unique() + ".tmp";
  }

  /** A name for something at the root that does not stay. */
  static String temporaryAtRoot() {
    return ".jaas-" + unique() + ".tmp";
  }

  static boolean isTemporary(String name) {
    return TEMPORARY.matcher(name).matches();
  }

  static boolean isTemporaryAtRoot(String name) {
    return TEMPORARY_AT_ROOT.matcher(name).matches();
  }

  /** The revision whose archive is called so, in the one spelling that is written here. */
  static Optional<Revision> ofArchive(String name) {
    return Revision.ofFileName(name).filter(revision -> revision.fileName().equals(name));
  }

  /** The revision whose record is called so. */
  static Optional<Revision> ofRecord(String name) {
    return name.endsWith(RECORD)
        ? ofArchive(name.substring(0, name.length() - RECORD.length()))
        : Optional.empty();
  }

  private static String unique() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
