// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// A library that imports others: this program knows greetings, greetings knows words.
local greetings = import 'greetings/main.libsonnet';

{
  loud: greetings.loud('Alice'),
  quiet: greetings.quiet('Bob'),
}
