// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the action table that are about highlights and notes.
#include "ui/window/actionrows.h"

#include <QCoreApplication>

namespace earmark::ui {

namespace {

using namespace rows;

ActionSpec apart(ActionSpec spec)
{
    spec.separatorBefore = true;
    return spec;
}

ActionSpec ends(Id id, const char *text, QKeyCombination keys)
{
    return counted({id, Menu::MarkEnds, text, reading, {key(keys)}, {}});
}

// The context of the texts, which the translation tools read where the marking macro stands.
struct Table {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Actions)

public:
    static std::vector<ActionSpec> marks();
    static std::vector<ActionSpec> notes();
    static std::vector<ActionSpec> highlights();
    static std::vector<ActionSpec> bounds();
};

std::vector<ActionSpec> Table::marks()
{
    return {
        counted({Id::ToggleHighlight, Menu::Mark, QT_TR_NOOP("&Highlight"), reading, {key(Qt::Key_H)}, {}}),
        counted({Id::Mark1, Menu::Mark, QT_TR_NOOP("Highlight with mark &1"), reading, {key(Qt::Key_1)}, {}}),
        counted({Id::Mark2, Menu::Mark, QT_TR_NOOP("Highlight with mark &2"), reading, {key(Qt::Key_2)}, {}}),
        counted({Id::Mark3, Menu::Mark, QT_TR_NOOP("Highlight with mark &3"), reading, {key(Qt::Key_3)}, {}}),
        counted({Id::Mark4, Menu::Mark, QT_TR_NOOP("Highlight with mark &4"), reading, {key(Qt::Key_4)}, {}}),
        counted({Id::Mark5, Menu::Mark, QT_TR_NOOP("Highlight with mark &5"), reading, {key(Qt::Key_5)}, {}}),
        {Id::HighlightRecent, Menu::Mark, QT_TR_NOOP("Highlight the last 20 se&conds"), reading, {key(Qt::Key_Z)}, {}},
        {Id::NameMarks, Menu::Mark, QT_TR_NOOP("&Names of the marks…"), window, {}, {}},
    };
}

std::vector<ActionSpec> Table::notes()
{
    return {
        apart({Id::Annotate, Menu::Mark, QT_TR_NOOP("&Write a note"), reading, {key(Qt::Key_A)}, {}}),
        {Id::Tag, Menu::Mark, QT_TR_NOOP("&Tags"), reading, {key(Qt::Key_T)}, {}},
        {Id::Bookmark, Menu::Mark, QT_TR_NOOP("&Bookmark this moment"), reading, {key(Qt::SHIFT | Qt::Key_B)}, {}},
        {Id::NoteEpisode,
         Menu::Mark,
         QT_TR_NOOP("Write a note on the e&pisode"),
         reading,
         {key(Qt::SHIFT | Qt::Key_A)},
         {}},
        {Id::InsertTime,
         Menu::Mark,
         QT_TR_NOOP("Put the t&ime into the note"),
         window,
         {key(Qt::CTRL | Qt::Key_Period)},
         {}},
        {Id::PreviewNote,
         Menu::Mark,
         QT_TR_NOOP("Show the note as it rea&ds"),
         window,
         {key(Qt::CTRL | Qt::Key_P)},
         {}},
    };
}

std::vector<ActionSpec> Table::highlights()
{
    return {
        apart(counted({Id::NextHighlight,
                       Menu::Mark,
                       QT_TR_NOOP("Ne&xt highlight"),
                       reading,
                       {key(Qt::Key_O), key(Qt::Key_BraceRight)},
                       {}})),
        counted({Id::PreviousHighlight,
                 Menu::Mark,
                 QT_TR_NOOP("Pre&vious highlight"),
                 reading,
                 {key(Qt::SHIFT | Qt::Key_O), key(Qt::Key_BraceLeft)},
                 {}}),
        {Id::PlayHighlight,
         Menu::Mark,
         QT_TR_NOOP("P&lay the highlight alone"),
         reading,
         {key(Qt::SHIFT | Qt::Key_Return), key(Qt::SHIFT | Qt::Key_Enter)},
         {}},
        {Id::Split, Menu::Mark, QT_TR_NOOP("&Split before this word"), reading, {key(Qt::Key_X)}, {}},
        {Id::PlaceHighlight,
         Menu::Mark,
         QT_TR_NOOP("Put the hi&ghlight that was not found here"),
         reading,
         {key(Qt::SHIFT | Qt::Key_H)},
         {}},
        {Id::Merge,
         Menu::Mark,
         QT_TR_NOOP("&Merge with what overlaps or comes next"),
         reading,
         {key(Qt::SHIFT | Qt::Key_X)},
         {}},
    };
}

// The arrows move the end, with Shift the start: to the sides by words, up and down by sentences.
std::vector<ActionSpec> Table::bounds()
{
    return {
        ends(Id::EndWordLater, QT_TR_NOOP("End one &word later"), Qt::CTRL | Qt::Key_Right),
        ends(Id::EndWordEarlier, QT_TR_NOOP("End one word &earlier"), Qt::CTRL | Qt::Key_Left),
        ends(Id::EndSentenceLater, QT_TR_NOOP("End one &sentence later"), Qt::CTRL | Qt::Key_Down),
        ends(Id::EndSentenceEarlier, QT_TR_NOOP("End one sentence ea&rlier"), Qt::CTRL | Qt::Key_Up),
        apart(ends(Id::StartWordEarlier, QT_TR_NOOP("Begin one word earl&ier"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left)),
        ends(Id::StartWordLater, QT_TR_NOOP("Begin one word &later"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right),
        ends(Id::StartSentenceEarlier, QT_TR_NOOP("Begin one sen&tence earlier"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up),
        ends(Id::StartSentenceLater, QT_TR_NOOP("Begin one se&ntence later"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down),
    };
}

} // namespace

std::vector<ActionSpec> markActions()
{
    std::vector<ActionSpec> all;
    for (const auto &part : {Table::marks(), Table::notes(), Table::highlights(), Table::bounds()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace earmark::ui
