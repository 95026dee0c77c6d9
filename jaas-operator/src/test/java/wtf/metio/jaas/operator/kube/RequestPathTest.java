// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,    /api/v1/namespaces/a/configmaps/b,                 get,              configmaps,                     ''
          GET,    /api/v1/namespaces/a/configmaps,                   list,             configmaps,                     ''
          GET,    /api/v1/configmaps?watch=true,                     watch,            configmaps,                     ''
          GET,    /api/v1/namespaces,                                list,             namespaces,                     ''
          GET,    /api/v1/namespaces/a,                              get,              namespaces,                     ''
          POST,   /api/v1/namespaces/a/serviceaccounts/b/token,      create,           serviceaccounts,                token
          PATCH,  /apis/jaas.metio.wtf/v1/namespaces/a/jsonnetsnippets/b/status, patch, jsonnetsnippets.jaas.metio.wtf, status
          PUT,    /apis/coordination.k8s.io/v1/namespaces/a/leases/b, update,          leases.coordination.k8s.io,     ''
          DELETE, /apis/coordination.k8s.io/v1/namespaces/a/leases/b, delete,          leases.coordination.k8s.io,     ''
          DELETE, /apis/coordination.k8s.io/v1/namespaces/a/leases,  deletecollection, leases.coordination.k8s.io,     ''
          GET,    /version,                                          get,              '',                             ''
          GET,    /apis,                                             get,              '',                             ''
          GET,    /,                                                 get,              '',                             ''
          """)
  void anAddressSaysWhatIsDoneWithWhat(
      String method, String path, String verb, String resource, String subresource) {
    var url = HttpUrl.get("http://localhost" + path);
    var body = method.startsWith("P") ? RequestBody.EMPTY : null;
    var request = new Request.Builder().url(url).method(method, body).build();
    var read = RequestPath.of(url.pathSegments());
    assertThat(read.verb(request)).isEqualTo(verb);
    assertThat(read.resource()).isEqualTo(resource);
    assertThat(read.subresource()).isEqualTo(subresource);
  }
}
