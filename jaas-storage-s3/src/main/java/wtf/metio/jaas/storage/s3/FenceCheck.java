// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.FencedException;

/** Asks the fence of a request each time before it is sent: the SDK repeats it by itself. */
final class FenceCheck implements ExecutionInterceptor {

  static final ExecutionAttribute<Fence> FENCE = new ExecutionAttribute<>("JaasFence");

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    var fence = attributes.getAttribute(FENCE);
    if (fence != null && !fence.open()) {
      throw new FencedException();
    }
  }
}
