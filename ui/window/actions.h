// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <array>
#include <map>
#include <vector>

class QShortcut;

namespace earmark::ui {

Q_NAMESPACE

// Everything that a key or a menu can ask for. The names are in keymaps of readers' own: never changed.
enum class ActionId {
    OpenFiles,
    OpenSample,
    ChooseAudio,
    ReplaceTranscript,
    Export,
    ImportAnnotations,
    RemoveEpisode,
    Quit,
    Undo,
    Redo,
    Paste,
    Select,
    ToggleHighlight,
    Mark1,
    Mark2,
    Mark3,
    Mark4,
    Mark5,
    HighlightRecent,
    Annotate,
    Tag,
    Bookmark,
    NoteEpisode,
    InsertTime,
    PreviewNote,
    PlayHighlight,
    NextHighlight,
    PreviousHighlight,
    EndWordLater,
    EndWordEarlier,
    EndSentenceLater,
    EndSentenceEarlier,
    StartWordEarlier,
    StartWordLater,
    StartSentenceEarlier,
    StartSentenceLater,
    Split,
    PlaceHighlight,
    Merge,
    NameMarks,
    CopyQuote,
    CorrectEverywhere,
    Glossary,
    Correct,
    WhoSpeaks,
    NameSpeaker,
    JoinParagraph,
    WriteHeading,
    ShowChanges,
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
    PaperAsDesktop,
    PaperLight,
    PaperDark,
    PaperSepia,
    PaperContrast,
    LettersSerif,
    LettersSans,
    LinesClose,
    LinesNormal,
    LinesWide,
    MeasureShort,
    MeasureNormal,
    MeasureLong,
    TimesBeside,
    ShowCues,
    RawText,
    CorrectionsUnderlined,
    LightSentences,
    NextWord,
    PreviousWord,
    NextSentence,
    PreviousSentence,
    NextParagraph,
    PreviousParagraph,
    NextTurn,
    PreviousTurn,
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
    PreviousChapter,
    NextChapter,
    ChooseChapter,
    Loop,
    LoopBetween,
    Quieter,
    Louder,
    SkipSilence,
    Sleep15,
    Sleep30,
    Sleep45,
    Sleep60,
    SleepChapter,
    SleepEpisode,
    SleepOff,
    StepBack,
    StepBack1,
    StepBack2,
    StepBack5,
    StepBack10,
    Follow,
    HeardNow,
    NotInText,
    ShowTimes,
    Align,
    Commands,
    Keys,
    ChangeKeys,
    About,
};
Q_ENUM_NS(ActionId)

// MarkEnds is a part of Mark, Look of View; Sleep and AfterPause are of Play.
enum class ActionMenu {
    File,
    Edit,
    Mark,
    MarkEnds,
    View,
    Look,
    Go,
    Play,
    Jump,
    Speed,
    Times,
    Sound,
    Sleep,
    AfterPause,
    Help
};
// A submenu stands behind its menu, and at its end.
inline constexpr std::array allMenus{ActionMenu::File,  ActionMenu::Edit,       ActionMenu::Mark,  ActionMenu::MarkEnds,
                                     ActionMenu::View,  ActionMenu::Look,       ActionMenu::Go,    ActionMenu::Play,
                                     ActionMenu::Jump,  ActionMenu::Speed,      ActionMenu::Times, ActionMenu::Sound,
                                     ActionMenu::Sleep, ActionMenu::AfterPause, ActionMenu::Help};
// The menu of the menu bar that it belongs to.
[[nodiscard]] constexpr ActionMenu wholeMenu(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::MarkEnds: return ActionMenu::Mark;
    case ActionMenu::Look: return ActionMenu::View;
    case ActionMenu::Jump:
    case ActionMenu::Speed:
    case ActionMenu::Times:
    case ActionMenu::Sound:
    case ActionMenu::Sleep:
    case ActionMenu::AfterPause: return ActionMenu::Play;
    default: return menu;
    }
}
[[nodiscard]] constexpr bool isSubmenu(ActionMenu menu)
{
    return wholeMenu(menu) != menu;
}

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
    bool counts = false; // a number typed before its key says how often, or how many
};

// The one table: menus, tooltips, shortcuts and the overview of keys are made from it, in its order.
[[nodiscard]] const std::vector<ActionSpec> &actionTable();

// The rows that are about highlights and notes, about the look and the words of the text, and about the sound.
[[nodiscard]] std::vector<ActionSpec> markActions();
[[nodiscard]] std::vector<ActionSpec> lookActions();
[[nodiscard]] std::vector<ActionSpec> amendActions(); // what changes the text
[[nodiscard]] std::vector<ActionSpec> playActions();

[[nodiscard]] QString actionText(const ActionSpec &spec); // translated, with its mnemonic
[[nodiscard]] QString actionName(const ActionSpec &spec); // translated, without mnemonic and dots
[[nodiscard]] QString shownName(const QAction &action);   // its text of now, likewise
[[nodiscard]] QString menuTitle(ActionMenu menu);         // translated, with its mnemonic
[[nodiscard]] QString keySeparator();                     // between keys that do the same

// What a reader changed of the table's keys: for each such action all its keys, none where it has none.
struct Keymap {
    std::map<ActionId, QList<QKeySequence>> changed;

    bool operator==(const Keymap &) const = default;
};

// An action's keys by where they work.
struct ActionKeys {
    QList<QKeySequence> keys;     // in the action's context
    QList<QKeySequence> anywhere; // while typing too, for what is done in the text
    QList<QKeySequence> inText;   // only there, for what is done anywhere: letters, figures, signs

    [[nodiscard]] QList<QKeySequence> all() const { return keys + anywhere + inText; }
};
[[nodiscard]] ActionKeys keysOf(const ActionSpec &spec, const Keymap &keymap);

[[nodiscard]] QString actionKey(ActionId id);                    // its name in keymap files
[[nodiscard]] QString keysText(const QList<QKeySequence> &keys); // as the desktop writes them

// The table's actions, made once for a window. Keys of the reading context belong to `reading` and
// its children.
class Actions
{
public:
    Actions(QWidget *window, QWidget *reading);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions.at(id); }
    [[nodiscard]] const Keymap &keymap() const { return m_keymap; }
    [[nodiscard]] QString keysText(ActionId id) const; // as of now
    void setKeymap(const Keymap &keymap);

private:
    QWidget *m_window;
    QWidget *m_text;
    Keymap m_keymap;
    std::map<ActionId, QAction *> m_actions;            // owned by the window
    std::map<ActionId, QList<QShortcut *>> m_shortcuts; // likewise
};

} // namespace earmark::ui
