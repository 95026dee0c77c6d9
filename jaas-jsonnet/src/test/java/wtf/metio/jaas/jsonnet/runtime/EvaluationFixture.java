// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** Evaluations without a world, for what computes on values alone. */
public final class EvaluationFixture {

  private EvaluationFixture() {}

  /** An evaluation that nobody limits. */
  public static Evaluation unlimited() {
    return limitedTo(Long.MAX_VALUE);
  }

  /** An evaluation that ends after about so many steps and grants no more than a megabyte. */
  public static Evaluation limitedTo(long steps) {
    return new Evaluation(new Nowhere(), new Steps(steps), 500, 10_000);
  }

  private static final class Steps implements Budget {
    private long left;

    Steps(long left) {
      this.left = left;
    }

    @Override
    public void spend(long steps) {
      left -= steps;
      if (left < 0) {
        throw new JsonnetException(FailureKind.LIMIT, "no steps left");
      }
    }

    @Override
    public void reserve(long bytes) {
      if (bytes > 1 << 20) {
        throw new JsonnetException(FailureKind.LIMIT, "no memory for " + bytes + " bytes");
      }
    }
  }

  private static final class Nowhere implements World {

    @Override
    public Value importCode(Evaluation evaluation, String from, String path) {
      throw new UnsupportedOperationException("There are no files.");
    }

    @Override
    public Value importText(Evaluation evaluation, String from, String path) {
      throw new UnsupportedOperationException("There are no files.");
    }

    @Override
    public Value importBytes(Evaluation evaluation, String from, String path) {
      throw new UnsupportedOperationException("There are no files.");
    }

    @Override
    public Value externalVariable(Evaluation evaluation, String name) {
      throw new UnsupportedOperationException("There are no variables.");
    }

    @Override
    public Value nativeFunction(String name) {
      return NullValue.NULL;
    }

    @Override
    public void trace(String line) {
      throw new UnsupportedOperationException("Nobody listens.");
    }
  }
}
