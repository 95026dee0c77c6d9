// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Says with every request which program asks. */
record Naming(String userAgent) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request = chain.request().newBuilder().header("User-Agent", userAgent).build();
    return chain.proceed(request);
  }
}
