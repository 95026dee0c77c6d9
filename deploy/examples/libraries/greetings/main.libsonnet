// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
local words = import 'words.libsonnet';

{
  loud(name):: std.asciiUpper('%s, %s!' % [words.formal, name]),
  quiet(name):: std.asciiLower('%s %s' % [words.short, name]),
}
