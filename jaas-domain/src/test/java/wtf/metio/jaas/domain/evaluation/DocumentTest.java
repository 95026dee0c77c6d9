// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private final Document document = new Document("{ }\n".getBytes(StandardCharsets.UTF_8));

  @Test
  void digestIsThatOfTheText() {
    // printf '{ }\n' | sha256sum
    assertThat(document.sha256())
        .isEqualTo("1d6faa9e1a76d13f3ab8558a3640158b1f0a54f624a4e37ddc3ef41ed4191058");
  }

  @Test
  void compressedFormUnpacksToTheText() throws Exception {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(document.gzip()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(document.bytes());
    }
  }

  @Test
  void compressedFormCountsOnceItIsMade() {
    assertThat(document.keptBytes()).isEqualTo(4);
    int compressed = document.gzip().length;
    assertThat(document.keptBytes()).isEqualTo(4 + compressed);
  }
}
