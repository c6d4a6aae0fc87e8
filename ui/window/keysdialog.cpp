// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keysdialog.h"

#include "ui/window/actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

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

QString keysOf(const QList<QKeyCombination> &keys)
{
    QStringList names;
    for (const QKeyCombination key : keys)
        names.append(QKeySequence(key).toString(QKeySequence::NativeText));
    return names.join(u", "_s);
}

struct Row {
    QString name;
    QString keys;
};

struct Section {
    QString heading;
    QList<Row> rows;
};

// What has a key in it; of the menu for the sound, in its submenus as well.
Section sectionOf(ActionMenu menu, const Keymap &keymap)
{
    const auto isIn = [menu](const ActionSpec &spec) {
        return menu == ActionMenu::Play ? wholeMenu(spec.menu) == menu : spec.menu == menu;
    };
    Section section{menuTitle(menu).remove(u'&'), {}};
    for (const ActionSpec &spec : actionTable()) {
        const QString keys = keysText(keysOf(spec, keymap).all());
        if (isIn(spec) && !keys.isEmpty())
            section.rows.append({actionName(spec), keys});
    }
    return section;
}

// One column of sections.
QLayout *columnOf(const QList<Section> &sections, QWidget *parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(5);
    int row = 0;
    for (const Section &section : sections) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, 10);
        grid->addWidget(bold(section.heading, parent), row++, 0, 1, 2);
        for (const Row &entry : section.rows) {
            auto *keys = new QLabel(entry.keys, parent);
            keys->setTextFormat(Qt::PlainText);
            grid->addWidget(new QLabel(entry.name, parent), row, 0);
            grid->addWidget(keys, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

KeysDialog::KeysDialog(const Keymap &keymap, QWidget *parent) : QDialog(parent)
{
    const auto sectionOf = [&](ActionMenu menu) { return ui::sectionOf(menu, keymap); };
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *content = new QWidget;
    auto *columns = new QBoxLayout(QBoxLayout::LeftToRight);
    columns->setSpacing(40);
    const Section words{tr("Words and lines"),
                        {{tr("Previous, next word"), keysOf({Qt::Key_Left, Qt::Key_Right})},
                         {tr("Scroll by a line"), keysOf({Qt::Key_Up, Qt::Key_Down})},
                         {tr("Scroll by a page"), keysOf({Qt::Key_PageUp, Qt::Key_PageDown})},
                         {tr("Scroll to the start, the end"), keysOf({Qt::Key_Home, Qt::Key_End})}}};
    const Section selecting{
        tr("Select"),
        {{tr("Word by word"), keysOf({Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right})},
         {tr("Line by line"), keysOf({Qt::SHIFT | Qt::Key_Up, Qt::SHIFT | Qt::Key_Down})},
         {tr("To the line’s start, end"), keysOf({Qt::SHIFT | Qt::Key_Home, Qt::SHIFT | Qt::Key_End})},
         {tr("Everything"), keysOf({Qt::CTRL | Qt::Key_A})},
         {tr("Copy the text"), keysOf({Qt::CTRL | Qt::Key_C})},
         {tr("Nothing"), keysOf({Qt::Key_Escape})}}};
    const Section objects{tr("While selecting word by word"),
                          {{tr("The whole sentence"), keysOf({Qt::Key_S})},
                           {tr("The whole paragraph"), keysOf({Qt::Key_P})},
                           {tr("All that the speaker says"), keysOf({Qt::Key_T})},
                           {tr("What was said in the last 20 seconds"), keysOf({Qt::Key_Z})}}};
    const Section counts{tr("Numbers"),
                         {{tr("Three sentences, for example"), tr("%1 then %2").arg(u"3"_s, u"H"_s)},
                          {tr("Twelve sentences on, for example"), tr("%1 then %2").arg(u"12"_s, u"J"_s)},
                          {tr("Forget the number"), keysOf({Qt::Key_Escape})}}};
    const Section notes{tr("In the notes"),
                        {{tr("Go to the highlight"), keysOf({Qt::Key_Return})},
                         {tr("Play it alone"), keysOf({Qt::SHIFT | Qt::Key_Return})},
                         {tr("Remove it"), keysOf({Qt::Key_Delete})},
                         {tr("Filter"), keysOf({Qt::Key_Slash})}}};
    columns->addLayout(columnOf({sectionOf(ActionMenu::Go), words, counts, sectionOf(ActionMenu::Play),
                                 sectionOf(ActionMenu::View), sectionOf(ActionMenu::File), sectionOf(ActionMenu::Help)},
                                content));
    columns->addLayout(columnOf({sectionOf(ActionMenu::Mark), sectionOf(ActionMenu::MarkEnds), notes,
                                 sectionOf(ActionMenu::Edit), selecting, objects},
                                content));
    // With large text there is room for one column. Asked before anything is laid out around it: an outer
    // layout would go on with the height of two.
    constexpr QSize frame{16, 48}; // that the window manager adds
    constexpr int besides = 80;    // margins and the scroll bar
    if (columns->sizeHint().width() + besides > screen()->availableSize().width() - frame.width())
        columns->setDirection(QBoxLayout::TopToBottom);
    auto *remark =
        new QLabel(tr("Single letters, figures and signs work while the text has the focus, so that they "
                      "never act while you type. Esc brings you back to the text. A figure from 1 to 5 marks "
                      "after a short pause, because another key may follow it and be counted; where words are "
                      "selected with the mouse or with Shift, it marks at once."),
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
    // The keys that scroll do so while the button has the focus.
    QScrollBar *bar = scroll->verticalScrollBar();
    for (const auto &[key, step] :
         {std::pair(Qt::Key_Up, QScrollBar::SliderSingleStepSub),
          std::pair(Qt::Key_Down, QScrollBar::SliderSingleStepAdd),
          std::pair(Qt::Key_PageUp, QScrollBar::SliderPageStepSub),
          std::pair(Qt::Key_PageDown, QScrollBar::SliderPageStepAdd),
          std::pair(Qt::Key_Home, QScrollBar::SliderToMinimum), std::pair(Qt::Key_End, QScrollBar::SliderToMaximum)}) {
        auto *shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, bar, [bar, step = step] { bar->triggerAction(step); });
    }
    const QSize wanted = content->sizeHint() + QSize(bar->sizeHint().width() + 24, buttons->sizeHint().height() + 32);
    resize(wanted.boundedTo(screen()->availableSize() - frame));
}

} // namespace earmark::ui
