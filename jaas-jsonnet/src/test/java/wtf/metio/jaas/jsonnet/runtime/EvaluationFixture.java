// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** Evaluations without a program, for parts that only need somebody to count their steps. */
public final class EvaluationFixture {

  private static final int MAX_STACK = 500;
  private static final int MAX_HEIGHT = 50_000;

  private EvaluationFixture() {}

  /** One that reaches nothing outside and may use whatever it likes. */
  public static Evaluation unlimited() {
    return withMemory(Long.MAX_VALUE);
  }

  /** One that fails when it asks for a larger piece of memory. */
  public static Evaluation withMemory(long largestPiece) {
    return evaluation(largestPiece, Long.MAX_VALUE);
  }

  /** One that ends after about so many steps and grants no more than a megabyte at once. */
  public static Evaluation limitedTo(long steps) {
    return evaluation(1 << 20, steps);
  }

  private static Evaluation evaluation(long largestPiece, long steps) {
    return new Evaluation(new Nowhere(), new Grants(largestPiece, steps), MAX_STACK, MAX_HEIGHT);
  }

  private static final class Grants implements Budget {
    private final long largestPiece;
    private long stepsLeft;

    Grants(long largestPiece, long steps) {
      this.largestPiece = largestPiece;
      this.stepsLeft = steps;
    }

    @Override
    public void spend(long steps) {
      stepsLeft -= steps;
      if (stepsLeft < 0) {
        throw new JsonnetException(FailureKind.LIMIT, "no steps left");
      }
    }

    @Override
    public void reserve(long bytes) {
      if (bytes > largestPiece) {
        throw new JsonnetException(FailureKind.LIMIT, "asked for " + bytes + " bytes");
      }
    }
  }

  private static final class Nowhere implements World {
    @Override
    public Value importCode(Evaluation evaluation, String from, String path) {
      throw new IllegalStateException(path);
    }

    @Override
    public Value importText(Evaluation evaluation, String from, String path) {
      throw new IllegalStateException(path);
    }

    @Override
    public Value importBytes(Evaluation evaluation, String from, String path) {
      throw new IllegalStateException(path);
    }

    @Override
    public Value externalVariable(Evaluation evaluation, String name) {
      throw new IllegalStateException(name);
    }

    @Override
    public Value nativeFunction(String name) {
      throw new IllegalStateException(name);
    }

    @Override
    public void trace(String line) {
      throw new IllegalStateException(line);
    }
  }
}
