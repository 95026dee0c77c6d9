// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import java.util.List;
import java.util.stream.Stream;

/** All cases. */
final class ReasonCases {

  static final List<ReasonCase> ALL =
      Stream.of(
              DescriptionCases.all(),
              DescriptionCases.invalid(),
              SurroundingsCases.sources(),
              SurroundingsCases.libraries(),
              SurroundingsCases.rights())
          .flatMap(List::stream)
          .toList();

  private ReasonCases() {}
}
