// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyseditor.h"

#include "base/textfile.h"
#include "library/errortext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr qint64 largestFile = 1 << 20; // bytes

const ActionSpec &specOf(ActionId id)
{
    return *std::ranges::find(actionTable(), id, &ActionSpec::id);
}

} // namespace

KeysEditor::KeysEditor(const Keymap &keymap, QWidget *parent)
    : QDialog(parent), m_keymap(keymap), m_keymaps(new QComboBox(this)), m_filter(new QLineEdit(this)),
      m_tree(new QTreeWidget(this)), m_key(new QKeySequenceEdit(this)), m_add(new QPushButton(tr("&Add"), this)),
      m_remove(new QPushButton(tr("&Remove its keys"), this)), m_reset(new QPushButton(tr("&Default"), this)),
      m_message(new QLabel(this))
{
    setWindowTitle(tr("Change the keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(12);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setAllColumnsShowFocus(true);
    m_filter->setPlaceholderText(tr("Find an action or a key"));
    m_filter->setAccessibleName(tr("Find an action or a key"));
    m_filter->setClearButtonEnabled(true);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buildKeymaps());
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buildChange());
    layout->addWidget(m_message);
    layout->addWidget(buildButtons());
    connect(m_filter, &QLineEdit::textChanged, this, &KeysEditor::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysEditor::showCurrent);
    fill();
    resize(560, 600);
}

QWidget *KeysEditor::buildKeymaps()
{
    auto *row = new QWidget(this);
    auto *label = new QLabel(tr("&Keymap:"), row);
    label->setBuddy(m_keymaps);
    m_keymaps->addItems(keymapNames());
    m_keymaps->addItem(tr("Your own"));
    connect(m_keymaps, &QComboBox::activated, this, [this](int index) {
        if (index < keymapNames().size())
            setKeymap(keymapNamed(m_keymaps->itemText(index)));
        else
            fill(); // one's own is what one makes
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_keymaps, 1);
    return row;
}

QWidget *KeysEditor::buildChange()
{
    auto *row = new QWidget(this);
    auto *label = new QLabel(tr("&New key:"), row);
    label->setBuddy(m_key);
    m_key->setAccessibleName(tr("New key for the action chosen"));
    connect(m_add, &QPushButton::clicked, this, &KeysEditor::addKey);
    connect(m_remove, &QPushButton::clicked, this, &KeysEditor::removeKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeysEditor::resetKeys);
    for (QPushButton *button : {m_add, m_remove, m_reset})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_key, 1);
    layout->addWidget(m_add);
    layout->addWidget(m_remove);
    layout->addWidget(m_reset);
    return row;
}

QWidget *KeysEditor::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *read = buttons->addButton(tr("&Import…"), QDialogButtonBox::ActionRole);
    QPushButton *write = buttons->addButton(tr("E&xport…"), QDialogButtonBox::ActionRole);
    for (QPushButton *button : {read, write})
        button->setAutoDefault(false); // Enter in a field is not for them
    const auto ask = [this](QFileDialog::AcceptMode mode, const QString &title, auto &&use) {
        auto *dialog = new QFileDialog(this, title, {}, tr("Keymaps (%1)").arg(u"*.json"_s));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(mode);
        dialog->setDefaultSuffix(u"json"_s);
        connect(dialog, &QFileDialog::fileSelected, this, use);
        dialog->open();
    };
    connect(read, &QPushButton::clicked, this, [this, ask] {
        ask(QFileDialog::AcceptOpen, tr("Import a keymap"), [this](const QString &path) { importFrom(path); });
    });
    connect(write, &QPushButton::clicked, this, [this, ask] {
        ask(QFileDialog::AcceptSave, tr("Export the keymap"), [this](const QString &path) { exportTo(path); });
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    return buttons;
}

void KeysEditor::fill()
{
    const QTreeWidgetItem *before = m_tree->currentItem();
    const QVariant chosen = before ? before->data(0, idRole) : QVariant();
    m_tree->clear();
    for (const ActionMenu menu : allMenus) {
        auto *heading = new QTreeWidgetItem(m_tree, {menuTitle(menu).remove(u'&')});
        heading->setFlags(Qt::ItemIsEnabled);
        QFont bold = m_tree->font();
        bold.setBold(true);
        heading->setFont(0, bold);
        heading->setExpanded(true);
        for (const ActionSpec &spec : actionTable()) {
            if (spec.menu != menu)
                continue;
            auto *item = new QTreeWidgetItem(heading, {actionName(spec), keysText(keysOf(spec, m_keymap).all())});
            item->setData(0, idRole, int(spec.id));
            if (item->data(0, idRole) == chosen || (!chosen.isValid() && !m_tree->currentItem()))
                m_tree->setCurrentItem(item);
        }
    }
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 44);
    filter(m_filter->text());
    const QStringList names = keymapNames();
    const auto named =
        std::ranges::find_if(names, [this](const QString &name) { return keymapNamed(name) == m_keymap; });
    m_keymaps->setCurrentIndex(int(named - names.begin()));
    showConflicts();
    showCurrent();
}

void KeysEditor::filter(const QString &text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *heading = m_tree->topLevelItem(i);
        bool isAny = false;
        for (int j = 0; j < heading->childCount(); ++j) {
            QTreeWidgetItem *item = heading->child(j);
            const bool fits =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!fits);
            isAny = isAny || fits;
        }
        heading->setHidden(!isAny);
    }
}

void KeysEditor::setKeymap(const Keymap &keymap)
{
    if (keymap == m_keymap)
        return;
    m_keymap = keymap;
    fill();
    Q_EMIT keymapChanged(m_keymap);
}

const ActionSpec *KeysEditor::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item && item->data(0, idRole).isValid() ? &specOf(ActionId(item->data(0, idRole).toInt())) : nullptr;
}

void KeysEditor::addKey()
{
    const ActionSpec *spec = current();
    const QKeySequence key = m_key->keySequence();
    if (!spec)
        return;
    if (key.isEmpty()) {
        m_key->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const QString why = objection(key); !why.isEmpty()) {
        say(why);
        return;
    }
    QList<QKeySequence> keys = keysOf(*spec, m_keymap).all();
    if (!keys.contains(key))
        keys.append(key);
    m_key->clear();
    setKeymap(withKeys(m_keymap, *spec, keys));
}

void KeysEditor::removeKeys()
{
    if (const ActionSpec *spec = current())
        setKeymap(withKeys(m_keymap, *spec, {}));
}

void KeysEditor::resetKeys()
{
    if (const ActionSpec *spec = current())
        setKeymap(withKeys(m_keymap, *spec, spec->keys + spec->anywhere));
}

void KeysEditor::showCurrent()
{
    const ActionSpec *spec = current();
    // Also while a key is still being typed: who goes on with Tab would find another button.
    m_add->setEnabled(spec != nullptr);
    m_remove->setEnabled(spec && !keysOf(*spec, m_keymap).all().isEmpty());
    m_reset->setEnabled(spec && m_keymap.changed.contains(spec->id));
}

void KeysEditor::showConflicts()
{
    QStringList sentences;
    for (const KeyConflict &conflict : conflicts(m_keymap))
        sentences.append(tr("%1 is the key of both “%2” and “%3”, so that neither works.")
                             .arg(conflict.key.toString(QKeySequence::NativeText), actionName(specOf(conflict.first)),
                                  actionName(specOf(conflict.second))));
    say(sentences.join(u'\n'));
}

void KeysEditor::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void KeysEditor::importFrom(const QString &path)
{
    QStringList unknown;
    const Result<Keymap> keymap =
        readFile(path, largestFile).and_then([&](const QByteArray &json) { return readKeymap(json, path, &unknown); });
    if (!keymap) {
        say(library::errorText(keymap.error()));
        return;
    }
    setKeymap(*keymap);
    if (!unknown.isEmpty())
        say(tr("Left out, since they are not known here: %1").arg(unknown.join(u", "_s)));
}

void KeysEditor::exportTo(const QString &path)
{
    const Result<void> written = writeFileAtomically(path, writeKeymap(m_keymap));
    say(written ? tr("Written to “%1”.").arg(path) : library::errorText(written.error()));
}

} // namespace earmark::ui
