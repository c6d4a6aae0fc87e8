// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/statement.h"

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

// One problem a row.
Result<void> collect(const Connection &connection, const char *pragma, Problem::Kind kind,
                     std::vector<Problem> &problems)
{
    Statement statement(connection, pragma);
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (const QString text = statement.text(0); text != "ok"_L1)
            problems.push_back({kind, {}, text});
    }
}

} // namespace

Result<std::vector<Problem>> problemsOfFile(const Connection &connection)
{
    using Kind = Problem::Kind;
    std::vector<Problem> problems;
    return collect(connection, "PRAGMA integrity_check", Kind::Structure, problems)
        .and_then([&] { return collect(connection, "PRAGMA foreign_key_check", Kind::Orphan, problems); })
        .map([&] { return std::move(problems); });
}

} // namespace earmark::store
