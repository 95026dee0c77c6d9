// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
{ small: 8, large: 24 }
