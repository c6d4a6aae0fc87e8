// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keysdialog.h"

#include "ui/window/actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

QLabel *bold(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

// One column of menus, each with its actions and their keys.
QLayout *columnOf(const QList<ActionMenu> &menus, QWidget *parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(5);
    int row = 0;
    for (const ActionMenu menu : menus) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, 10);
        grid->addWidget(bold(menuTitle(menu).remove(u'&'), parent), row++, 0, 1, 2);
        for (const ActionSpec &spec : actionTable()) {
            if (spec.menu != menu || (spec.keys.isEmpty() && spec.anywhere.isEmpty()))
                continue;
            auto *keys = new QLabel(keysText(spec), parent);
            auto *name = new QLabel(actionName(spec), parent);
            keys->setTextFormat(Qt::PlainText);
            grid->addWidget(name, row, 0);
            grid->addWidget(keys, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *content = new QWidget;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(columnOf({ActionMenu::Go, ActionMenu::Play}, content));
    columns->addLayout(columnOf({ActionMenu::Edit, ActionMenu::View, ActionMenu::File, ActionMenu::Help}, content));
    auto *remark = new QLabel(tr("Single letters, figures and signs work while the text has the focus, so that they "
                                 "never act while you type. Esc brings you back to the text."),
                              content);
    remark->setWordWrap(true);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->addLayout(columns);
    contentLayout->addSpacing(8);
    contentLayout->addWidget(remark);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Keys"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    const QSize wanted = content->sizeHint() + QSize(48, 80);
    resize(wanted.boundedTo(QSize(900, 720)));
}

} // namespace earmark::ui
