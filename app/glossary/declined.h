// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QMetaType>
#include <QString>

namespace earmark::glossary {

// A correction that was proposed and that the reader declined: these words are right as they are.
struct Declined {
    transcript::TokenSpan span;
    QString heard; // what the source has there; other words at that place are not meant
    QString meant; // what it would have read

    bool operator==(const Declined &) const = default;
};

} // namespace earmark::glossary

Q_DECLARE_METATYPE(earmark::glossary::Declined)
