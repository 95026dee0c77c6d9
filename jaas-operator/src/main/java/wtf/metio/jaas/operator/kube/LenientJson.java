// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import io.kubernetes.client.openapi.JSON;
import java.time.OffsetDateTime;

/**
 * Lets the models of the client take fields that they do not know.
 *
 * <p>As it comes, the client refuses every object with a field that is younger than itself, so that
 * a newer API server would end all watches. Its Gson is one for the whole process; it is replaced
 * once, by one without the adapters that refuse. That one writes empty lists and maps, so that
 * nothing that is sent may be made from models.
 */
final class LenientJson {

  private LenientJson() {}

  /** Makes it so for the whole process; may be done again. */
  static void install() {
    JSON.setGson(
        JSON.createGson()
            .registerTypeAdapter(OffsetDateTime.class, new JSON.OffsetDateTimeTypeAdapter())
            .registerTypeAdapter(byte[].class, new JSON.ByteArrayAdapter())
            .create());
  }
}
