// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

#include <map>
#include <vector>

namespace earmark::ui {

// Everything that a key or a menu can ask for.
enum class ActionId {
    OpenFiles,
    OpenSample,
    ChooseAudio,
    Export,
    RemoveEpisode,
    Quit,
    Undo,
    Redo,
    Paste,
    ToggleHighlight,
    Mark1,
    Mark2,
    Mark3,
    Mark4,
    Mark5,
    Annotate,
    CopyQuote,
    Find,
    FindNext,
    FindPrevious,
    ShowLibrary,
    ShowNotes,
    ShowSource,
    FullScreen,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    NextSentence,
    PreviousSentence,
    NextParagraph,
    PreviousParagraph,
    ToStart,
    ToEnd,
    PlayPause,
    PlayFromHere,
    Back,
    Forward,
    Slower,
    Faster,
    NormalSpeed,
    UndoSeek,
    BackSentence,
    ForwardSentence,
    BackParagraph,
    ForwardParagraph,
    Loop,
    LoopBetween,
    Quieter,
    Louder,
    StepBack,
    Follow,
    Align,
    Keys,
    About,
};

enum class ActionMenu { File, Edit, View, Go, Play, Help };

// Where an action's keys work. Reading: only while the transcript has the focus, so that a letter
// never acts while someone types it.
enum class KeyContext { Window, Reading };

struct ActionSpec {
    ActionId id;
    ActionMenu menu;
    const char *text; // source text, for QCoreApplication::translate("earmark::ui::Actions")
    KeyContext context;
    QList<QKeySequence> keys;
    QList<QKeySequence> anywhere; // keys that also work while typing
    bool checkable = false;
    bool separatorBefore = false;
};

// The one table: menus, tooltips, shortcuts and the overview of keys are made from it, in its order.
[[nodiscard]] const std::vector<ActionSpec> &actionTable();

[[nodiscard]] QString actionText(const ActionSpec &spec); // translated, with its mnemonic
[[nodiscard]] QString actionName(const ActionSpec &spec); // translated, without mnemonic and dots
[[nodiscard]] QString menuTitle(ActionMenu menu);         // translated, with its mnemonic
[[nodiscard]] QString keySeparator();                     // between keys that do the same
[[nodiscard]] QString keysText(const ActionSpec &spec);   // all keys as the desktop writes them

// The table's actions, made once for a window. Keys of the reading context belong to `reading` and
// its children.
class Actions
{
public:
    Actions(QWidget *window, QWidget *reading);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions.at(id); }

private:
    std::map<ActionId, QAction *> m_actions; // owned by the window
};

} // namespace earmark::ui
