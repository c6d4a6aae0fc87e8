// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing but what compiles the headers of its target.
int main()
{
    return 0;
}
