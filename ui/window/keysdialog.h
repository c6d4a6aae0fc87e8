// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

#include <QDialog>

namespace earmark::ui {

// All keys, made from the table of actions. Stands beside the window without holding it up.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const Keymap &keymap, QWidget *parent = nullptr);
};

} // namespace earmark::ui
