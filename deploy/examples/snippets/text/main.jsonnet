// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// A text file beside the program becomes a string.
local welcome = importstr 'welcome.txt';
{
  text: welcome,
  lines: std.split(std.stripChars(welcome, '\n'), '\n'),
  length: std.length(welcome),
  digest: std.md5(welcome),
}
