// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/** Polynomials by the scheme of Horner, each step rounded on its own. */
final class Polynomial {

  private Polynomial() {}

  /** The value at {@code x} of the polynomial with these coefficients, highest power first. */
  static double at(double x, double[] coefficients) {
    var sum = coefficients[0];
    for (var i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }

  /** As {@link #at}, each multiplication and its addition rounded together. */
  static double fusedAt(double x, double[] coefficients) {
    var sum = coefficients[0];
    for (var i = 1; i < coefficients.length; i++) {
      sum = Math.fma(sum, x, coefficients[i]);
    }
    return sum;
  }
}
