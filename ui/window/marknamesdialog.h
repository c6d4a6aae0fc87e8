// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/marknames.h"

#include <QDialog>

class QLineEdit;

namespace earmark::ui {

// Asks what the reader calls the marks. namesChosen comes when it is accepted; deletes itself.
class MarkNamesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MarkNamesDialog(const notes::MarkNames &names, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void namesChosen(const earmark::notes::MarkNames &names);

private:
    std::array<QLineEdit *, 5> m_fields{};
};

} // namespace earmark::ui
