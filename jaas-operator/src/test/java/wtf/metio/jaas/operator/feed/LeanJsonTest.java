// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LeanJsonTest {

  private static JsonObject read(String json) throws IOException {
    return new LeanJson(new StringReader(json)).object();
  }

  @Test
  void whoWroteWhatAndWhatWasAppliedIsLeftOut() throws IOException {
    var object =
        read(
            """
            {"metadata": {"name": "a", "managedFields": [{"manager": "x"}],
              "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}", "b": "c"}},
             "spec": {"managedFields": 1}}
            """);

    assertThat(object)
        .hasToString(
            "{\"metadata\":{\"name\":\"a\",\"annotations\":{\"b\":\"c\"}},"
                + "\"spec\":{\"managedFields\":1}}");
  }

  @Test
  void whatIsNestedBeyondReasonIsNothing() throws IOException {
    var object = read("{\"spec\": " + "[".repeat(9999) + "]".repeat(9999) + ", \"kind\": \"x\"}");

    assertThat(object.get("kind").getAsString()).isEqualTo("x");
    assertThat(object.toString()).hasSizeLessThan(300);
  }

  @Test
  void numbersOfAnySizeAreTaken() throws IOException {
    var object = read("{\"a\": 12, \"b\": 1.5, \"c\": 1e999, \"d\": 123456789012345678901}");

    assertThat(object.get("a").getAsLong()).isEqualTo(12);
    assertThat(object.get("b").getAsDouble()).isEqualTo(1.5);
    assertThat(object.get("c").isJsonNull()).isTrue();
  }
}
