// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import wtf.metio.jaas.operator.kubeconfig.Credential;

/**
 * Shows who we are. If that is refused and there is another token by now, the request is made with
 * that one: nothing was done for the first.
 */
record Signing(Credential credential) implements Interceptor {

  private static final int UNAUTHORIZED = 401;

  @Override
  public Response intercept(Chain chain) throws IOException {
    var shown = credential.authorization();
    var response = chain.proceed(signed(chain.request(), shown));
    if (response.code() != UNAUTHORIZED || !credential.renew(shown)) {
      return response;
    }
    response.close();
    return chain.proceed(signed(chain.request(), credential.authorization()));
  }

  private static Request signed(Request request, String shown) {
    return shown.isEmpty() ? request : request.newBuilder().header("Authorization", shown).build();
  }
}
