// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the action table that are about the look of the text.
#include "ui/window/actionrows.h"

#include <QCoreApplication>

namespace earmark::ui {

namespace {

using namespace rows;

ActionSpec choice(Id id, const char *text, bool apart = false)
{
    return {id, Menu::Look, text, window, {}, {}, true, apart};
}

// The context of the texts, which the translation tools read where the marking macro stands.
struct Table {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Actions)

public:
    static std::vector<ActionSpec> look();
};

std::vector<ActionSpec> Table::look()
{
    return {
        choice(Id::PaperAsDesktop, QT_TR_NOOP("&Colours as the desktop")),
        choice(Id::PaperLight, QT_TR_NOOP("&Light paper")),
        choice(Id::PaperDark, QT_TR_NOOP("&Dark paper")),
        choice(Id::PaperSepia, QT_TR_NOOP("&Sepia paper")),
        choice(Id::PaperContrast, QT_TR_NOOP("&High contrast")),
        choice(Id::LettersSerif, QT_TR_NOOP("Letters &with serifs"), true),
        choice(Id::LettersSans, QT_TR_NOOP("Letters with&out serifs")),
        choice(Id::LinesClose, QT_TR_NOOP("Lines close &together"), true),
        choice(Id::LinesNormal, QT_TR_NOOP("Lines &normally apart")),
        choice(Id::LinesWide, QT_TR_NOOP("Lines &far apart")),
        choice(Id::MeasureShort, QT_TR_NOOP("S&hort lines"), true),
        choice(Id::MeasureNormal, QT_TR_NOOP("Lines of normal len&gth")),
        choice(Id::MeasureLong, QT_TR_NOOP("Long l&ines")),
        choice(Id::TimesBeside, QT_TR_NOOP("Times beside the &paragraphs"), true),
        choice(Id::ShowCues, QT_TR_NOOP("Sounds such as [&Music]")),
        {Id::RawText,
         Menu::Look,
         QT_TR_NOOP("Words as they came, &under each line"),
         window,
         {key(Qt::CTRL | Qt::Key_U)},
         {},
         true},
        choice(Id::LightSentences, QT_TR_NOOP("Light whole s&entences")),
        choice(Id::CorrectionsUnderlined, QT_TR_NOOP("Dots below co&rrected words")),
    };
}

} // namespace

std::vector<ActionSpec> lookActions()
{
    return Table::look();
}

} // namespace earmark::ui
