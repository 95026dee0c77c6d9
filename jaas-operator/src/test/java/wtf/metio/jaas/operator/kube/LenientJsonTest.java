// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Lease;
import io.kubernetes.client.openapi.models.V1Status;
import org.junit.jupiter.api.Test;

class LenientJsonTest {

  @Test
  void modelsOfTheClientTakeFieldsThatAreYoungerThanThey() {
    LenientJson.install();
    V1Status status =
        JSON.deserialize(
            "{\"kind\": \"Status\", \"code\": 410, \"metadata\": {\"newer\": 1}, \"newest\": {}}",
            V1Status.class);
    assertThat(status.getCode()).isEqualTo(410);
    V1Lease lease =
        JSON.deserialize(
            "{\"spec\": {\"renewTime\": \"2026-11-21T12:00:00.000001Z\", \"newer\": [1]}}",
            V1Lease.class);
    assertThat(lease.getSpec().getRenewTime()).hasToString("2026-11-21T12:00:00.000001Z");
  }
}
