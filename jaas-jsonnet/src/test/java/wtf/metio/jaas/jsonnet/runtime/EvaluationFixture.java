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
    return new Evaluation(new Nowhere(), new Memory(largestPiece), MAX_STACK, MAX_HEIGHT);
  }

  private record Memory(long largestPiece) implements Budget {
    @Override
    public void spend(long steps) {}

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
