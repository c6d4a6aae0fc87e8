// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace earmark::ui {

// A letter that is pressed in an open menu is the menu's. Qt would give it to the text below, whose keys are letters
// too: the text keeps the focus meanwhile.
class MenuLetters : public QObject
{
public:
    explicit MenuLetters(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace earmark::ui
