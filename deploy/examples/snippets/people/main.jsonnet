// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Fields that refer to the object they belong to, and an object made from another one.
{
  alice: {
    name: 'Alice',
    welcome: 'Hello ' + self.name + '!',
  },
  bob: self.alice { name: 'Bob' },
}
