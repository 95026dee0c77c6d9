// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import wtf.metio.jaas.app.artifacts.ByteRanges.Part;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/**
 * Several parts of an archive in one answer.
 *
 * @param parts two or more
 */
record Multipart(List<Part> parts, StoredArchive archive) {

  /** No archive holds its own digest, so the boundary stands in none of the parts. */
  private String boundary() {
    return archive.digest().hex();
  }

  String contentType() {
    return "multipart/byteranges; boundary=" + boundary();
  }

  /** What stands before a part. */
  byte[] before(Part part) {
    var text =
        (part.equals(parts.getFirst()) ? "--" : "\r\n--")
            + boundary()
            + "\r\nContent-Range: "
            + part.of(archive.size())
            + "\r\nContent-Type: "
            + Download.CONTENT_TYPE
            + "\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What stands behind the last one. */
  byte[] end() {
    return ("\r\n--" + boundary() + "--\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Of everything together. */
  long length() {
    return parts.stream().mapToLong(part -> before(part).length + part.length()).sum()
        + end().length;
  }
}
