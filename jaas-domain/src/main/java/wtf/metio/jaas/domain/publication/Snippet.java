// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetSpec;

/** A snippet as it is described now. */
public record Snippet(ResourceName name, SnippetSpec spec) {}
