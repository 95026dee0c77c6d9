// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// One argument that must be given and one that may be: /jsonnet/arguments?order={"id":7}&currency=CHF
// What a query brings is text; a program that expects more than text reads it.
function(order, currency='EUR')
  local details = std.parseJson(order);
  {
    order: details,
    kind: std.type(details),
    currency: currency,
  }
