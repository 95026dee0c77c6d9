// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// An argument that is given several times arrives as an array, one that is given once as a string:
// /jsonnet/tags?tag=red&tag=blue
function(tag=[])
  local tags = if std.isArray(tag) then tag else [tag];
  {
    count: std.length(tags),
    tags: std.set(tags),
  }
