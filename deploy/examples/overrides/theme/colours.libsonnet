// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
{ background: 'black', text: 'green' }
