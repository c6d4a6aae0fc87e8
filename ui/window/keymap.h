// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/window/actions.h"

#include <QByteArray>
#include <QStringList>

namespace earmark::ui {

// Keymaps that come with the program, named after the players they feel like. The first is the table's.
[[nodiscard]] QStringList keymapNames();               // as shown: "Earmark", "mpv", …
[[nodiscard]] Keymap keymapNamed(const QString &name); // the table's for one that is not there

// A key that would do two things.
struct KeyConflict {
    QKeySequence key;
    ActionId first{};
    ActionId second{};

    bool operator==(const KeyConflict &) const = default;
};
// In the order of the table.
[[nodiscard]] std::vector<KeyConflict> conflicts(const Keymap &keymap);

// Why a key cannot be given to an action, as a sentence; empty: it can.
[[nodiscard]] QString objection(const QKeySequence &key);

// The same keymap with `keys` for this action; without a change to it where those are the table's.
[[nodiscard]] Keymap withKeys(Keymap keymap, const ActionSpec &spec, const QList<QKeySequence> &keys);

// As a file: JSON, {"earmark-keymap": 1, "keys": {"PlayPause": ["Space", "Ctrl+Space"], …}}, keys in
// Qt's portable writing; an action that is not named has the table's keys.
[[nodiscard]] QByteArray writeKeymap(const Keymap &keymap);
// Errors: NotAKeymap, the detail says where. Actions and keys that this program does not know are left
// out and named in `unknown`.
[[nodiscard]] Result<Keymap> readKeymap(const QByteArray &json, const QString &fileName,
                                        QStringList *unknown = nullptr);

} // namespace earmark::ui
