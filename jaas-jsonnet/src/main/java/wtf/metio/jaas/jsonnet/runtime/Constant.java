// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** A value that needs no computing; immutable, so that every evaluation may share it. */
public interface Constant {

  /** The value. */
  Value value();

  /** This value where a computation is asked for, as the body of a field is. */
  static Computation of(Value value) {
    return new Known(value);
  }

  /** A value that was there before anything ran. */
  final class Known extends Computation implements Constant {

    private final Value value;

    private Known(Value value) {
      this.value = value;
    }

    @Override
    public Value value() {
      return value;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      return value;
    }
  }
}
