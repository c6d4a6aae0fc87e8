// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include <QCoreApplication>
#include <QShortcut>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr char translationContext[] = "earmark::ui::Actions";

using Id = ActionId;
using Menu = ActionMenu;
constexpr KeyContext window = KeyContext::Window;
constexpr KeyContext reading = KeyContext::Reading;

QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

// The translation tool finds the texts by the macro's name.
#define TEXT(sourceText) QT_TRANSLATE_NOOP("earmark::ui::Actions", sourceText)

std::vector<ActionSpec> fileActions()
{
    return {
        {Id::OpenFiles, Menu::File, TEXT("&Open an episode and its transcript…"), window, {key(Qt::CTRL | Qt::Key_O)}, {}},
        {Id::OpenSample, Menu::File, TEXT("Open the &sample"), window, {}, {}},
        {Id::Export, Menu::File, TEXT("&Export to Markdown…"), window, {key(Qt::CTRL | Qt::Key_E)}, {}, false, true},
        {Id::RemoveEpisode, Menu::File, TEXT("&Remove the episode from the library…"), window, {}, {}},
        {Id::Quit, Menu::File, TEXT("&Quit"), window, {key(Qt::CTRL | Qt::Key_Q)}, {}, false, true},
    };
}

std::vector<ActionSpec> editActions()
{
    return {
        {Id::Undo, Menu::Edit, TEXT("&Undo"), window, {key(Qt::CTRL | Qt::Key_Z)}, {}},
        {Id::Redo, Menu::Edit, TEXT("&Redo"), window, {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, {}},
        {Id::ToggleHighlight, Menu::Edit, TEXT("&Highlight"), reading, {key(Qt::Key_H)}, {}, false, true},
        {Id::Mark1, Menu::Edit, TEXT("Highlight with mark &1"), reading, {key(Qt::Key_1)}, {}},
        {Id::Mark2, Menu::Edit, TEXT("Highlight with mark &2"), reading, {key(Qt::Key_2)}, {}},
        {Id::Mark3, Menu::Edit, TEXT("Highlight with mark &3"), reading, {key(Qt::Key_3)}, {}},
        {Id::Mark4, Menu::Edit, TEXT("Highlight with mark &4"), reading, {key(Qt::Key_4)}, {}},
        {Id::Mark5, Menu::Edit, TEXT("Highlight with mark &5"), reading, {key(Qt::Key_5)}, {}},
        {Id::Annotate, Menu::Edit, TEXT("Write a &note"), reading, {key(Qt::Key_A)}, {}, false, true},
        {Id::CopyQuote, Menu::Edit, TEXT("&Copy as a quote"), reading, {key(Qt::Key_Y)}, {}},
    };
}

std::vector<ActionSpec> viewActions()
{
    return {
        {Id::ShowLibrary, Menu::View, TEXT("&Library"), window, {key(Qt::Key_F9)}, {}, true},
        {Id::ShowNotes, Menu::View, TEXT("&Notes"), window, {key(Qt::Key_F10)}, {}, true},
        {Id::FullScreen, Menu::View, TEXT("&Full screen"), window, {key(Qt::Key_F11)}, {}, true},
        {Id::ZoomIn, Menu::View, TEXT("&Larger text"), window,
         {key(Qt::CTRL | Qt::Key_Plus), key(Qt::CTRL | Qt::Key_Equal)}, {}, false, true},
        {Id::ZoomOut, Menu::View, TEXT("&Smaller text"), window, {key(Qt::CTRL | Qt::Key_Minus)}, {}},
        {Id::ZoomReset, Menu::View, TEXT("&Normal text size"), window, {key(Qt::CTRL | Qt::Key_0)}, {}},
    };
}

std::vector<ActionSpec> goActions()
{
    return {
        {Id::NextSentence, Menu::Go, TEXT("&Next sentence"), reading, {key(Qt::Key_J)}, {}},
        {Id::PreviousSentence, Menu::Go, TEXT("&Previous sentence"), reading, {key(Qt::Key_K)}, {}},
        {Id::NextParagraph, Menu::Go, TEXT("Ne&xt paragraph"), reading, {key(Qt::SHIFT | Qt::Key_J)}, {}},
        {Id::PreviousParagraph, Menu::Go, TEXT("Pre&vious paragraph"), reading, {key(Qt::SHIFT | Qt::Key_K)}, {}},
        {Id::ToStart, Menu::Go, TEXT("&Start"), reading, {key(Qt::Key_G)}, {}, false, true},
        {Id::ToEnd, Menu::Go, TEXT("&End"), reading, {key(Qt::SHIFT | Qt::Key_G)}, {}},
    };
}

std::vector<ActionSpec> playActions()
{
    return {
        {Id::PlayPause, Menu::Play, TEXT("&Play or pause"), reading, {key(Qt::Key_Space)}, {key(Qt::CTRL | Qt::Key_Space)}},
        {Id::PlayFromHere, Menu::Play, TEXT("Play from &here"), reading, {key(Qt::Key_Return), key(Qt::Key_Enter)}, {}},
        {Id::Back, Menu::Play, TEXT("&Back 5 seconds"), reading, {key(Qt::Key_Comma)}, {key(Qt::Key_F1)}},
        {Id::Forward, Menu::Play, TEXT("&Forward 5 seconds"), reading, {key(Qt::Key_Period)}, {key(Qt::Key_F2)}},
        {Id::Slower, Menu::Play, TEXT("&Slower"), reading, {key(Qt::Key_BracketLeft)}, {}, false, true},
        {Id::Faster, Menu::Play, TEXT("F&aster"), reading, {key(Qt::Key_BracketRight)}, {}},
        {Id::NormalSpeed, Menu::Play, TEXT("&Normal speed"), reading, {key(Qt::Key_Backspace)}, {}},
        {Id::Follow, Menu::Play, TEXT("F&ollow the sound"), reading, {key(Qt::Key_F)}, {}, true, true},
        {Id::Align, Menu::Play, TEXT("&Match the words to the sound"), window, {}, {}},
    };
}

std::vector<ActionSpec> helpActions()
{
    return {
        {Id::Keys, Menu::Help, TEXT("&Keys"), reading, {key(Qt::Key_Question)}, {}},
        {Id::About, Menu::Help, TEXT("&About Earmark"), window, {}, {}},
    };
}

#undef TEXT

} // namespace

const std::vector<ActionSpec> &actionTable()
{
    static const std::vector<ActionSpec> table = [] {
        std::vector<ActionSpec> all;
        for (const auto &part : {fileActions(), editActions(), viewActions(), goActions(), playActions(), helpActions()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return table;
}

QString actionText(const ActionSpec &spec)
{
    return QCoreApplication::translate(translationContext, spec.text);
}

QString actionName(const ActionSpec &spec)
{
    return actionText(spec).remove(u'&').remove(u'…');
}

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File:
        return QCoreApplication::translate(translationContext, "&File");
    case ActionMenu::Edit:
        return QCoreApplication::translate(translationContext, "&Edit");
    case ActionMenu::View:
        return QCoreApplication::translate(translationContext, "&View");
    case ActionMenu::Go:
        return QCoreApplication::translate(translationContext, "&Go");
    case ActionMenu::Play:
        return QCoreApplication::translate(translationContext, "&Play");
    case ActionMenu::Help:
        return QCoreApplication::translate(translationContext, "&Help");
    }
    Q_UNREACHABLE();
}

QString keysText(const ActionSpec &spec)
{
    return QKeySequence::listToString(spec.keys + spec.anywhere, QKeySequence::NativeText);
}

Actions::Actions(QWidget *windowWidget, QWidget *readingWidget)
{
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(actionText(spec), windowWidget);
        const QString keys = keysText(spec);
        action->setToolTip(keys.isEmpty() ? actionName(spec) : u"%1 (%2)"_s.arg(actionName(spec), keys));
        action->setCheckable(spec.checkable);
        action->setShortcuts(spec.keys);
        const bool everywhere = spec.context == KeyContext::Window;
        action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        (everywhere ? windowWidget : readingWidget)->addAction(action);
        for (const QKeySequence &sequence : spec.anywhere) {
            auto *shortcut = new QShortcut(sequence, windowWidget);
            QObject::connect(shortcut, &QShortcut::activated, action, &QAction::trigger);
        }
        m_actions.emplace(spec.id, action);
    }
}

} // namespace earmark::ui
