// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// An argument with a default: /jsonnet/greeting?who=Alice
function(who='world') {
  greeting: 'Hello, %s!' % who,
  letters: std.length(who),
}
