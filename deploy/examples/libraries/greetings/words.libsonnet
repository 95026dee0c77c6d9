// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
// Found beside the file that imports it.
{
  formal: 'Hello',
  short: 'Hey',
}
