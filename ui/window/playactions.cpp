// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the action table that are about the sound.
#include "ui/window/actionrows.h"

#include <QCoreApplication>

namespace earmark::ui {

namespace {

using namespace rows;

ActionSpec sleep(Id id, const char *text)
{
    return {id, Menu::Sleep, text, window, {}, {}, true};
}

ActionSpec stepBack(Id id, const char *text)
{
    return {id, Menu::AfterPause, text, window, {}, {}, true};
}

// The context of the texts, which the translation tools read where the marking macro stands.
struct Table {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Actions)

public:
    static std::vector<ActionSpec> play();
    static std::vector<ActionSpec> jump();
    static std::vector<ActionSpec> manner();
    static std::vector<ActionSpec> timers();
};

std::vector<ActionSpec> Table::play()
{
    return {
        {Id::PlayPause,
         Menu::Play,
         QT_TR_NOOP("&Play or pause"),
         reading,
         {key(Qt::Key_Space)},
         {key(Qt::CTRL | Qt::Key_Space)}},
        {Id::PlayFromHere,
         Menu::Play,
         QT_TR_NOOP("Play from &here"),
         reading,
         {key(Qt::Key_Return), key(Qt::Key_Enter)},
         {}},
        {Id::UndoSeek,
         Menu::Play,
         QT_TR_NOOP("Return to &where it was"),
         reading,
         {key(Qt::SHIFT | Qt::Key_Backspace)},
         {}},
        {Id::Follow, Menu::Play, QT_TR_NOOP("F&ollow the sound"), reading, {key(Qt::Key_F)}, {}, true},
        {Id::Loop,
         Menu::Play,
         QT_TR_NOOP("Repeat the sentence or the sele&ction"),
         reading,
         {key(Qt::Key_L)},
         {},
         true,
         true},
        {Id::LoopBetween,
         Menu::Play,
         QT_TR_NOOP("&Repeat from here, to here"),
         reading,
         {key(Qt::SHIFT | Qt::Key_L)},
         {}},
    };
}

std::vector<ActionSpec> Table::jump()
{
    const auto jump = [](Id id, const char *text, const QKeySequence &sequence, bool separated = false) {
        return ActionSpec{id, Menu::Jump, text, reading, {sequence}, {}, false, separated};
    };
    return {
        {Id::Back, Menu::Jump, QT_TR_NOOP("&Back 5 seconds"), reading, {key(Qt::Key_Comma)}, {key(Qt::Key_F1)}},
        {Id::Forward, Menu::Jump, QT_TR_NOOP("&Forward 5 seconds"), reading, {key(Qt::Key_Period)}, {key(Qt::Key_F2)}},
        jump(Id::BackSentence, QT_TR_NOOP("Back to the s&entence’s start"), key(Qt::ALT | Qt::Key_Left), true),
        jump(Id::ForwardSentence, QT_TR_NOOP("Forward to the ne&xt sentence"), key(Qt::ALT | Qt::Key_Right)),
        jump(Id::BackParagraph, QT_TR_NOOP("Back to the para&graph’s start"), key(Qt::ALT | Qt::Key_Up)),
        jump(Id::ForwardParagraph, QT_TR_NOOP("Forward to the next pa&ragraph"), key(Qt::ALT | Qt::Key_Down)),
        jump(Id::PreviousChapter, QT_TR_NOOP("Pre&vious chapter"), key(Qt::CTRL | Qt::Key_PageUp), true),
        jump(Id::NextChapter, QT_TR_NOOP("&Next chapter"), key(Qt::CTRL | Qt::Key_PageDown)),
        jump(Id::ChooseChapter, QT_TR_NOOP("&Choose a chapter…"), key(Qt::Key_C)),
    };
}

std::vector<ActionSpec> Table::manner()
{
    return {
        {Id::Slower, Menu::Speed, QT_TR_NOOP("&Slower"), reading, {key(Qt::Key_BracketLeft)}, {}},
        {Id::Faster, Menu::Speed, QT_TR_NOOP("F&aster"), reading, {key(Qt::Key_BracketRight)}, {}},
        {Id::NormalSpeed, Menu::Speed, QT_TR_NOOP("&Normal speed"), reading, {key(Qt::Key_Backspace)}, {}},
        {Id::SkipSilence, Menu::Speed, QT_TR_NOOP("Shorten s&ilence"), window, {}, {}, true, true},
        {Id::HeardNow, Menu::Times, QT_TR_NOOP("This word is hear&d now"), reading, {key(Qt::Key_M)}, {}},
        {Id::NotInText, Menu::Times, QT_TR_NOOP("This stretch is not in the &text"), window, {}, {}},
        {Id::ShowTimes, Menu::Times, QT_TR_NOOP("Times set b&y hand…"), reading, {key(Qt::SHIFT | Qt::Key_M)}, {}},
        {Id::Align, Menu::Times, QT_TR_NOOP("&Match the words to the sound"), window, {}, {}, false, true},
        {Id::Quieter, Menu::Sound, QT_TR_NOOP("&Quieter"), reading, {key(Qt::Key_9)}, {}},
        {Id::Louder, Menu::Sound, QT_TR_NOOP("&Louder"), reading, {key(Qt::Key_0)}, {}},
    };
}

std::vector<ActionSpec> Table::timers()
{
    return {
        sleep(Id::Sleep15, QT_TR_NOOP("Sleep in &15 minutes")),
        sleep(Id::Sleep30, QT_TR_NOOP("Sleep in &30 minutes")),
        sleep(Id::Sleep45, QT_TR_NOOP("Sleep in &45 minutes")),
        sleep(Id::Sleep60, QT_TR_NOOP("Sleep in &60 minutes")),
        sleep(Id::SleepChapter, QT_TR_NOOP("Sleep at the end of the &chapter")),
        sleep(Id::SleepEpisode, QT_TR_NOOP("Sleep at the end of the &episode")),
        {Id::SleepOff, Menu::Sleep, QT_TR_NOOP("&Stay awake"), window, {}, {}, true, true},
        stepBack(Id::StepBack, QT_TR_NOOP("Go on &earlier after a pause")),
        {Id::StepBack1, Menu::AfterPause, QT_TR_NOOP("Go back &1 second"), window, {}, {}, true, true},
        stepBack(Id::StepBack2, QT_TR_NOOP("Go back &2 seconds")),
        stepBack(Id::StepBack5, QT_TR_NOOP("Go back &5 seconds")),
        stepBack(Id::StepBack10, QT_TR_NOOP("Go back 1&0 seconds")),
    };
}

} // namespace

std::vector<ActionSpec> playActions()
{
    std::vector<ActionSpec> all;
    for (const auto &part : {Table::play(), Table::jump(), Table::manner(), Table::timers()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace earmark::ui
