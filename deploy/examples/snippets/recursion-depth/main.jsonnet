// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Nested calls, as many as asked for: /jsonnet/recursion-depth?depth=50
// The service stops a program at --max-stack frames (500); try 5000.
function(depth='10')
  local down(n) = if n == 0 then 0 else 1 + down(n - 1);
  local wanted = std.parseInt(depth);
  {
    wanted: wanted,
    reached: down(wanted),
  }
