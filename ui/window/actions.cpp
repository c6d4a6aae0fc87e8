// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "ui/window/actionrows.h"
#include "ui/window/menuletters.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QShortcut>
#include <QWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

using namespace rows;

ActionSpec movement(Id id, const char *text, const QKeySequence &sequence)
{
    return counted({id, Menu::Go, text, reading, {sequence}, {}});
}

// The context of the texts, which the translation tools read where the marking macro stands.
struct Table {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Actions)

public:
    static std::vector<ActionSpec> file();
    static std::vector<ActionSpec> edit();
    static std::vector<ActionSpec> view();
    static std::vector<ActionSpec> go();
    static std::vector<ActionSpec> help();
};

std::vector<ActionSpec> Table::file()
{
    return {
        {Id::OpenFiles,
         Menu::File,
         QT_TR_NOOP("&Open an episode and its transcript…"),
         window,
         {key(Qt::CTRL | Qt::Key_O)},
         {}},
        {Id::OpenSample, Menu::File, QT_TR_NOOP("Open the &sample"), window, {}, {}},
        {Id::ChooseAudio, Menu::File, QT_TR_NOOP("Choose the &audio…"), window, {}, {}, false, true},
        {Id::ReplaceTranscript, Menu::File, QT_TR_NOOP("Replace the &transcript…"), window, {}, {}},
        {Id::Export, Menu::File, QT_TR_NOOP("&Export…"), window, {key(Qt::CTRL | Qt::Key_E)}, {}, false, true},
        {Id::ImportAnnotations, Menu::File, QT_TR_NOOP("&Bring in annotations…"), window, {}, {}},
        {Id::RemoveEpisode, Menu::File, QT_TR_NOOP("&Remove the episode from the library…"), window, {}, {}},
        {Id::Quit, Menu::File, QT_TR_NOOP("&Quit"), window, {key(Qt::CTRL | Qt::Key_Q)}, {}, false, true},
    };
}

std::vector<ActionSpec> Table::edit()
{
    return {
        {Id::Undo, Menu::Edit, QT_TR_NOOP("&Undo"), window, {key(Qt::CTRL | Qt::Key_Z)}, {}},
        {Id::Redo, Menu::Edit, QT_TR_NOOP("&Redo"), window, {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, {}},
        {Id::Paste,
         Menu::Edit,
         QT_TR_NOOP("&Paste a transcript"),
         window,
         {key(Qt::CTRL | Qt::Key_V)},
         {},
         false,
         true},
        {Id::Select, Menu::Edit, QT_TR_NOOP("&Select word by word"), reading, {key(Qt::Key_V)}, {}, true, true, true},
        {Id::CopyQuote, Menu::Edit, QT_TR_NOOP("&Copy as a quote"), reading, {key(Qt::Key_Y)}, {}},
        {Id::CorrectEverywhere,
         Menu::Edit,
         QT_TR_NOOP("Correct &everywhere…"),
         reading,
         {key(Qt::CTRL | Qt::Key_R)},
         {},
         false,
         true},
        {Id::Glossary, Menu::Edit, QT_TR_NOOP("&Misheard words…"), window, {key(Qt::Key_F7)}, {}},
        {Id::Find,
         Menu::Edit,
         QT_TR_NOOP("&Find in the text…"),
         reading,
         {key(Qt::Key_Slash)},
         {key(Qt::CTRL | Qt::Key_F)},
         false,
         true},
        {Id::FindNext, Menu::Edit, QT_TR_NOOP("Find ne&xt"), reading, {key(Qt::Key_N)}, {key(Qt::Key_F3)}},
        {Id::FindPrevious,
         Menu::Edit,
         QT_TR_NOOP("Find &previous"),
         reading,
         {key(Qt::SHIFT | Qt::Key_N)},
         {key(Qt::SHIFT | Qt::Key_F3)}},
    };
}

std::vector<ActionSpec> Table::view()
{
    return {
        {Id::ShowLibrary, Menu::View, QT_TR_NOOP("&Library"), window, {key(Qt::Key_F9)}, {}, true},
        {Id::ShowNotes, Menu::View, QT_TR_NOOP("&Notes"), window, {key(Qt::Key_F10)}, {}, true},
        {Id::ShowSource, Menu::View, QT_TR_NOOP("Sour&ce"), window, {key(Qt::Key_F8)}, {}, true},
        {Id::FullScreen, Menu::View, QT_TR_NOOP("&Full screen"), window, {key(Qt::Key_F11)}, {}, true},
        {Id::ZoomIn,
         Menu::View,
         QT_TR_NOOP("&Larger text"),
         window,
         {key(Qt::CTRL | Qt::Key_Plus), key(Qt::CTRL | Qt::Key_Equal)},
         {},
         false,
         true},
        {Id::ZoomOut, Menu::View, QT_TR_NOOP("&Smaller text"), window, {key(Qt::CTRL | Qt::Key_Minus)}, {}},
        {Id::ZoomReset, Menu::View, QT_TR_NOOP("&Normal text size"), window, {key(Qt::CTRL | Qt::Key_0)}, {}},
    };
}

std::vector<ActionSpec> Table::go()
{
    return {
        movement(Id::NextWord, QT_TR_NOOP("Next &word"), key(Qt::Key_W)),
        movement(Id::PreviousWord, QT_TR_NOOP("Previous w&ord"), key(Qt::Key_B)),
        movement(Id::NextSentence, QT_TR_NOOP("&Next sentence"), key(Qt::Key_J)),
        movement(Id::PreviousSentence, QT_TR_NOOP("&Previous sentence"), key(Qt::Key_K)),
        movement(Id::NextParagraph, QT_TR_NOOP("Ne&xt paragraph"), key(Qt::SHIFT | Qt::Key_J)),
        movement(Id::PreviousParagraph, QT_TR_NOOP("Pre&vious paragraph"), key(Qt::SHIFT | Qt::Key_K)),
        movement(Id::NextTurn, QT_TR_NOOP("Next &turn"), key(Qt::Key_U)),
        movement(Id::PreviousTurn, QT_TR_NOOP("Previous t&urn"), key(Qt::SHIFT | Qt::Key_U)),
        {Id::ToStart, Menu::Go, QT_TR_NOOP("&Start"), reading, {key(Qt::Key_G)}, {}, false, true},
        {Id::ToEnd, Menu::Go, QT_TR_NOOP("&End"), reading, {key(Qt::SHIFT | Qt::Key_G)}, {}},
    };
}

std::vector<ActionSpec> Table::help()
{
    return {
        {Id::Commands, Menu::Help, QT_TR_NOOP("&Find a command…"), window, {key(Qt::CTRL | Qt::Key_K)}, {}},
        {Id::Keys, Menu::Help, QT_TR_NOOP("&Keys"), reading, {key(Qt::Key_Question)}, {}},
        {Id::ChangeKeys, Menu::Help, QT_TR_NOOP("&Change the keys…"), window, {}, {}},
        {Id::About, Menu::Help, QT_TR_NOOP("&About Earmark"), window, {}, {}},
    };
}

} // namespace

const std::vector<ActionSpec> &actionTable()
{
    static const std::vector<ActionSpec> table = [] {
        std::vector<ActionSpec> all;
        for (const auto &part : {Table::file(), Table::edit(), amendActions(), markActions(), Table::view(),
                                 lookActions(), Table::go(), playActions(), Table::help()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return table;
}

QString actionText(const ActionSpec &spec)
{
    return QCoreApplication::translate("earmark::ui::Actions", spec.text);
}

QString actionName(const ActionSpec &spec)
{
    return actionText(spec).remove(u'&').remove(u'…');
}

QString shownName(const QAction &action)
{
    QString name;
    const QString text = action.text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i; // the letter after it, which may be "&" itself
        if (text.at(i) != u'…')
            name += text.at(i);
    }
    return name;
}

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File: return Table::tr("&File");
    case ActionMenu::Edit: return Table::tr("&Edit");
    case ActionMenu::Mark: return Table::tr("&Mark");
    case ActionMenu::MarkEnds: return Table::tr("Move the highlight’s &ends");
    case ActionMenu::View: return Table::tr("&View");
    case ActionMenu::Look: return Table::tr("Loo&k of the text");
    case ActionMenu::Go: return Table::tr("&Go");
    case ActionMenu::Play: return Table::tr("&Play");
    case ActionMenu::Jump: return Table::tr("&Jump");
    case ActionMenu::Speed: return Table::tr("&Speed");
    case ActionMenu::Times: return Table::tr("&Times of the words");
    case ActionMenu::Sound: return Table::tr("Sou&nd");
    case ActionMenu::Sleep: return Table::tr("S&leep timer");
    case ActionMenu::AfterPause: return Table::tr("After a pa&use");
    case ActionMenu::Help: return Table::tr("&Help");
    }
    Q_UNREACHABLE();
}

QString keySeparator()
{
    return Table::tr(" or ", "between two keys");
}

namespace {

bool isCommandKey(const QKeySequence &key)
{
    const QKeyCombination first = key[0];
    const bool isFunctionKey = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    return isFunctionKey || (first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

// What editors do with these is worth more there.
bool isForEditing(const QKeySequence &key)
{
    static const QList<int> editing{Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,        Qt::Key_Down,
                                    Qt::Key_Home,   Qt::Key_End,    Qt::Key_Backspace, Qt::Key_Delete,
                                    Qt::Key_Insert, Qt::Key_Return, Qt::Key_Enter,     Qt::Key_A,
                                    Qt::Key_C,      Qt::Key_V,      Qt::Key_X,         Qt::Key_Z};
    return editing.contains(int(key[0].key()));
}

} // namespace

ActionKeys keysOf(const ActionSpec &spec, const Keymap &keymap)
{
    const auto changed = keymap.changed.find(spec.id);
    if (changed == keymap.changed.end())
        return {spec.keys, spec.anywhere, {}};
    ActionKeys keys;
    for (const QKeySequence &key : changed->second) {
        if (spec.context == KeyContext::Window)
            (isCommandKey(key) ? keys.keys : keys.inText).append(key);
        else if (spec.anywhere.contains(key) || (isCommandKey(key) && !isForEditing(key) && !spec.keys.contains(key)))
            keys.anywhere.append(key);
        else
            keys.keys.append(key);
    }
    return keys;
}

QString actionKey(ActionId id)
{
    return QString::fromLatin1(QMetaEnum::fromType<ActionId>().valueToKey(int(id)));
}

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &key : keys)
        names.append(key.toString(QKeySequence::NativeText));
    return names.join(keySeparator());
}

Actions::Actions(QWidget *windowWidget, QWidget *readingWidget) : m_window(windowWidget), m_text(readingWidget)
{
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(actionText(spec), windowWidget);
        action->setCheckable(spec.checkable);
        const bool everywhere = spec.context == KeyContext::Window;
        action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        (everywhere ? windowWidget : readingWidget)->addAction(action);
        m_actions.emplace(spec.id, action);
    }
    new MenuLetters(windowWidget);
    setKeymap({});
}

QString Actions::keysText(ActionId id) const
{
    const auto spec = std::ranges::find(actionTable(), id, &ActionSpec::id);
    return ui::keysText(keysOf(*spec, m_keymap).all());
}

void Actions::setKeymap(const Keymap &keymap)
{
    m_keymap = keymap;
    for (const ActionSpec &spec : actionTable()) {
        const ActionKeys keys = keysOf(spec, keymap);
        QAction *action = m_actions.at(spec.id);
        const QString text = ui::keysText(keys.all());
        action->setToolTip(text.isEmpty() ? actionName(spec) : u"%1 (%2)"_s.arg(actionName(spec), text));
        action->setShortcuts(keys.keys);
        QList<QShortcut *> &shortcuts = m_shortcuts[spec.id];
        qDeleteAll(shortcuts);
        shortcuts.clear();
        for (const QKeySequence &key : keys.anywhere)
            shortcuts.append(new QShortcut(key, m_window));
        for (const QKeySequence &key : keys.inText)
            shortcuts.append(new QShortcut(key, m_text, nullptr, nullptr, Qt::WidgetWithChildrenShortcut));
        for (const QShortcut *shortcut : std::as_const(shortcuts))
            QObject::connect(shortcut, &QShortcut::activated, action, &QAction::trigger);
    }
}

} // namespace earmark::ui
