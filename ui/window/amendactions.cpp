// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the action table that change the text.
#include "ui/window/actionrows.h"

#include <QCoreApplication>

namespace earmark::ui {

namespace {

using namespace rows;

// The context of the texts, which the translation tools read where the marking macro stands.
struct Table {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Actions)

public:
    static std::vector<ActionSpec> amend();
};

std::vector<ActionSpec> Table::amend()
{
    return {
        {Id::Correct, Menu::Edit, QT_TR_NOOP("Correct the &words"), reading, {key(Qt::Key_E)}, {}, false, true},
        {Id::WhoSpeaks, Menu::Edit, QT_TR_NOOP("Wh&o speaks here…"), reading, {key(Qt::Key_S)}, {}},
        {Id::NameSpeaker,
         Menu::Edit,
         QT_TR_NOOP("Na&me this speaker everywhere…"),
         reading,
         {key(Qt::SHIFT | Qt::Key_S)},
         {}},
        {Id::JoinParagraph,
         Menu::Edit,
         QT_TR_NOOP("&Join with the paragraph before"),
         reading,
         {key(Qt::SHIFT | Qt::Key_P)},
         {}},
        {Id::WriteHeading, Menu::Edit, QT_TR_NOOP("&Heading above…"), reading, {key(Qt::SHIFT | Qt::Key_T)}, {}},
        {Id::ShowChanges, Menu::Edit, QT_TR_NOOP("Ch&anges to the text…"), reading, {key(Qt::SHIFT | Qt::Key_E)}, {}},
    };
}

} // namespace

std::vector<ActionSpec> amendActions()
{
    return Table::amend();
}

} // namespace earmark::ui
