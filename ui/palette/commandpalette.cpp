// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandpalette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int widest = 560; // pixels at 96 dpi
constexpr int rowsShown = 10;
constexpr int gap = 12;

// The name on the left, its keys on the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString name = item.text;
        item.text.clear();
        item.features &= ~QStyleOptionViewItem::HasCheckIndicator;
        const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

        const bool isSelected = item.state.testFlag(QStyle::State_Selected);
        const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
        const QPalette::ColorGroup group = isEnabled ? QPalette::Active : QPalette::Disabled;
        painter->setPen(item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
        const QRect room = item.rect.adjusted(gap, 0, -gap, 0);
        const QString keys = index.data(CommandModel::KeysRole).toString();
        const int keysWidth = item.fontMetrics.horizontalAdvance(keys);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, keys);
        const QRect left = room.adjusted(0, 0, -keysWidth - gap, 0);
        const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QString shown = isOn ? u"✓ "_s + name : name;
        painter->drawText(QStyle::visualRect(item.direction, room, left), Qt::AlignVCenter | Qt::AlignLeft,
                          item.fontMetrics.elidedText(shown, Qt::ElideRight, left.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + gap);
        return size;
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent), m_model(new CommandModel(this)), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(tr("No command is called like that."), this))
{
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setAutoFillBackground(true);
    setAccessibleName(tr("Commands"));
    m_field->setPlaceholderText(tr("Type what you want to do"));
    m_field->setAccessibleName(tr("Find a command"));
    m_field->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(gap, gap, gap, gap);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        run();
    });
    m_field->installEventFilter(this);
    parent->installEventFilter(this);
    hide();
}

void CommandPalette::open(std::vector<Command> commands, const QStringList &recent)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setCommands(std::move(commands), recent);
    m_field->clear();
    search({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // Not for a menu of the field's own, nor while the whole window is left.
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            hide();
    }
    // Keys of the window must not act meanwhile.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return pressed(static_cast<QKeyEvent *>(event)->key()) || QFrame::eventFilter(watched, event);
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::pressed(int key)
{
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row();
    const auto go = [&](int to) {
        if (last >= 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, last)));
        return true;
    };
    switch (key) {
    case Qt::Key_Down: return go(row == last ? 0 : row + 1);
    case Qt::Key_Up: return go(row <= 0 ? last : row - 1);
    case Qt::Key_PageDown: return go(row + rowsShown);
    case Qt::Key_PageUp: return go(row - rowsShown);
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // nowhere to go
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Escape: leave(); return true;
    default: return false;
    }
}

void CommandPalette::search(const QString &pattern)
{
    m_model->setPattern(pattern);
    const bool found = m_model->rowCount() > 0;
    m_list->setVisible(found);
    m_nothing->setVisible(!found);
    if (found)
        m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const Command command = m_model->command(index);
    // First back to where it was: what a command does may depend on the focus, or set it.
    leave();
    Q_EMIT chosen(command.id);
    if (command.action)
        command.action->trigger();
}

void CommandPalette::leave()
{
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int row = fontMetrics().height() + gap;
    const int width = std::min(room.width() - 2 * gap, widest * logicalDpiX() / 96);
    const int rows = std::clamp(m_model->rowCount(), 1, rowsShown);
    const int fitting = std::max(1, room.height() / row - 8); // below the field, above the player
    m_list->setFixedHeight(std::min(rows, fitting) * row + 2);
    layout()->activate();
    resize(width, sizeHint().height());
    move((room.width() - width) / 2, std::min(4 * gap, room.height() / 8));
}

} // namespace earmark::ui
