// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Clock;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.graph.Dependencies;

/** Everything outside that publishing needs. */
public record Ports(
    Dependencies dependencies,
    SourceFetcher sources,
    LibraryFinder libraries,
    SharedLibraries shared,
    Evaluator evaluator,
    OutputFormatter formatter,
    ArtifactStore store,
    Publisher publisher,
    RateLimit rateLimit,
    Clock clock) {}
