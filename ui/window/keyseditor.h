// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/keymap.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace earmark::ui {

// Every action with its keys, to give it others. A change works at once and is told by keymapChanged;
// keys that would do two things are named. Whole keymaps are chosen, read from files and written there.
class KeysEditor : public QDialog
{
    Q_OBJECT

public:
    explicit KeysEditor(const Keymap &keymap, QWidget *parent = nullptr);

    [[nodiscard]] const Keymap &keymap() const { return m_keymap; }
    void importFrom(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    void keymapChanged(const earmark::ui::Keymap &keymap);

private:
    QWidget *buildKeymaps();
    QWidget *buildChange();
    QWidget *buildButtons();
    void fill();
    void filter(const QString &text);
    void setKeymap(const Keymap &keymap);
    void addKey();
    void removeKeys();
    void resetKeys();
    void showCurrent();
    void showConflicts();
    void say(const QString &sentence);
    [[nodiscard]] const ActionSpec *current() const;

    Keymap m_keymap;
    QComboBox *m_keymaps;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_key;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QLabel *m_message;
};

} // namespace earmark::ui
