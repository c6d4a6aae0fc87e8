// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of NotesPane that builds it.
#include "ui/notes/highlightdelegate.h"
#include "ui/notes/highlightfilter.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notepreview.h"
#include "ui/notes/notespane.h"
#include "ui/notes/tagfield.h"
#include "ui/theme/quietlabel.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace earmark::ui {

NotesPane::NotesPane(QWidget *parent)
    : QWidget(parent), m_model(new HighlightModel(this)), m_filter(new HighlightFilter(this)),
      m_list(new QListView(this)), m_heading(new QLabel(this)), m_empty(new QuietLabel(this)),
      m_filterField(new QLineEdit(this)), m_arrange(new QToolButton(this)), m_noteLabel(new QLabel(this)),
      m_readButton(new QToolButton(this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_tags(new TagField(this)),
      m_note(new QStackedWidget(this)), m_editor(new MarkdownEditor(this)), m_preview(new NotePreview(this))
{
    m_filter->setSourceModel(m_model);
    m_splitter->addWidget(buildList());
    m_editorPart = buildEditor();
    m_splitter->addWidget(m_editorPart);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter);
    setMinimumWidth(200);
    // As they stand, from the top.
    const QList<QWidget *> stops{m_filterField, m_arrange, m_list, m_readButton, m_editor, m_preview, m_tags};
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
    connectModel();
    connectEditor();
    updateEmpty();
}

QWidget *NotesPane::buildList()
{
    auto *part = new QWidget(m_splitter);
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setBuddy(m_list);
    m_heading->setContentsMargins(10, 8, 8, 6);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(10, 4, 10, 4);
    m_filterPart = buildFilter(part);

    m_delegate = new HighlightDelegate(m_list);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window); // the pane's own ground
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setAutoScroll(false); // scrollToChosen() does, once the text has been painted
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Highlights"));
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &NotesPane::showListMenu);
    m_list->setMinimumHeight(40);

    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_filterPart);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    return part;
}

QWidget *NotesPane::buildFilter(QWidget *parent)
{
    auto *part = new QWidget(parent);
    m_filterField->setPlaceholderText(tr("Filter by words, #tag"));
    m_filterField->setAccessibleName(tr("Filter the highlights"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->installEventFilter(this);
    m_arrange->setText(tr("Show"));
    m_arrange->setToolTip(tr("Which highlights are listed, and in which order"));
    m_arrange->setPopupMode(QToolButton::InstantPopup);
    m_arrange->setFocusPolicy(Qt::StrongFocus);
    m_arrange->setAutoRaise(true);
    auto *menu = new QMenu(m_arrange);
    m_arrange->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &NotesPane::buildArrangement);
    connect(m_filterField, &QLineEdit::textChanged, m_filter, &HighlightFilter::setText);
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(10, 0, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_filterField, 1);
    layout->addWidget(m_arrange);
    return part;
}

namespace {

QAction *addChoice(QMenu &menu, QActionGroup &group, const QString &text, bool chosen)
{
    auto *action = menu.addAction(QString(text).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(chosen);
    group.addAction(action);
    return action;
}

} // namespace

// The same as its keys do.
void NotesPane::showListMenu(QPoint inList)
{
    const QModelIndex index = m_list->indexAt(inList);
    const HighlightId id = index.isValid() ? m_model->idAt(m_filter->mapToSource(index)) : HighlightId{};
    if (!id.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, QKeyCombination key, auto &&act) {
        const QString name =
            key.key() == Qt::Key_unknown ? QString() : QKeySequence(key).toString(QKeySequence::NativeText);
        connect(menu->addAction(name.isEmpty() ? text : text + u'\t' + name), &QAction::triggered, this, act);
    };
    add(tr("&Go to it"), Qt::Key_Return, [this, id] { Q_EMIT highlightActivated(id); });
    add(tr("&Play it alone"), Qt::SHIFT | Qt::Key_Return, [this, id] { Q_EMIT playRequested(id); });
    menu->addSeparator();
    add(tr("&Write its note"), Qt::Key_unknown, [this, id] { edit(id); });
    add(tr("Its &tags"), Qt::Key_unknown, [this, id] { editTags(id); });
    menu->addSeparator();
    add(tr("&Remove it"), Qt::Key_Delete, [this, id] {
        if (m_session)
            m_session->removeHighlight(id);
    });
    menu->popup(m_list->viewport()->mapToGlobal(inList));
}

// Made when it is opened: the tags are those of the episode as it is then.
void NotesPane::buildArrangement()
{
    using Order = HighlightFilter::Order;
    QMenu &menu = *m_arrange->menu();
    menu.clear();
    qDeleteAll(menu.findChildren<QActionGroup *>());
    auto *orders = new QActionGroup(&menu);
    menu.addSection(tr("Order"));
    for (const auto &[order, text] :
         {std::pair(Order::Text, tr("As in the text")), std::pair(Order::Made, tr("Latest made first")),
          std::pair(Order::Changed, tr("Latest changed first"))})
        connect(addChoice(menu, *orders, text, m_filter->order() == order), &QAction::triggered, m_filter,
                [this, order = order] { m_filter->setOrder(order); });
    menu.addSection(tr("Marks"));
    auto *marks = new QActionGroup(&menu);
    connect(addChoice(menu, *marks, tr("All marks"), !m_filter->mark()), &QAction::triggered, m_filter,
            [this] { m_filter->setMark(std::nullopt); });
    for (int i = 1; i <= 5; ++i) {
        const auto mark = notes::Mark(i);
        connect(addChoice(menu, *marks, markName(mark, m_names), m_filter->mark() == mark), &QAction::triggered,
                m_filter, [this, mark] { m_filter->setMark(mark); });
    }
    QStringList tags;
    for (int row = 0; row < m_model->rowCount(); ++row)
        tags += m_model->index(row).data(HighlightModel::TagsRole).toStringList();
    tags = notes::cleanTags(tags);
    if (tags.isEmpty() && m_filter->tag().isEmpty())
        return;
    menu.addSection(tr("Tags"));
    auto *group = new QActionGroup(&menu);
    connect(addChoice(menu, *group, tr("All tags"), m_filter->tag().isEmpty()), &QAction::triggered, m_filter,
            [this] { m_filter->setTag({}); });
    for (const QString &tag : std::as_const(tags))
        connect(addChoice(menu, *group, u'#' + tag, m_filter->tag() == tag), &QAction::triggered, m_filter,
                [this, tag] { m_filter->setTag(tag); });
}

QWidget *NotesPane::buildEditor()
{
    auto *part = new QWidget(m_splitter);
    m_noteLabel->setBuddy(m_editor);
    m_readButton->setText(tr("Preview"));
    m_readButton->setCheckable(true);
    m_readButton->setAutoRaise(true);
    m_readButton->setFocusPolicy(Qt::StrongFocus);
    m_readButton->setToolTip(tr("Show the note as it reads"));
    m_editor->setAccessibleName(tr("Note in Markdown"));
    m_note->addWidget(m_editor);
    m_note->addWidget(m_preview);
    m_note->setMinimumHeight(40);
    auto *top = new QHBoxLayout;
    top->addWidget(m_noteLabel, 1);
    top->addWidget(m_readButton);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_tags);
    return part;
}

void NotesPane::connectModel()
{
    const auto activate = [this](const QModelIndex &index) {
        const HighlightId id = m_model->idAt(m_filter->mapToSource(index));
        if (id.isValid())
            Q_EMIT highlightActivated(id);
    };
    connect(m_list, &QListView::clicked, this, activate);
    connect(m_list, &QListView::activated, this, activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NotesPane::showChosen);
    for (QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_filter)}) {
        for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, change, this, &NotesPane::updateEmpty);
        connect(model, &QAbstractItemModel::modelReset, this, &NotesPane::updateEmpty);
    }
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_delegate->forgetAll(); });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &NotesPane::showChosen);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_shown.isValid())
            m_list->selectionModel()->clear();
        showChosen();
    });
}

void NotesPane::connectEditor()
{
    connect(m_editor, &MarkdownEditor::noteEdited, this, [this](const QString &text) {
        if (m_session && m_session->find(m_shown))
            m_session->setNote(m_shown, text);
    });
    connect(m_editor, &MarkdownEditor::pauseMade, this, [this] {
        if (m_session)
            m_session->closeNoteStep();
    });
    connect(m_editor, &MarkdownEditor::writingChanged, this, &NotesPane::tellWriting);
    connect(m_editor, &MarkdownEditor::leaveRequested, this, &NotesPane::leaveRequested);
    connect(m_preview, &NotePreview::leaveRequested, this, &NotesPane::leaveRequested);
    connect(m_readButton, &QToolButton::toggled, this, [this](bool reads) {
        const bool hadFocus = m_editor->hasFocus() || m_preview->hasFocus();
        QWidget *page = reads ? static_cast<QWidget *>(m_preview) : m_editor;
        m_preview->showNote(m_editor->toPlainText());
        m_note->setCurrentWidget(page);
        m_noteLabel->setBuddy(page);
        if (hadFocus)
            page->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tags, &TagField::entered, this, &NotesPane::tagsWanted);
    connect(m_tags, &TagField::leaveRequested, this, &NotesPane::leaveRequested);
    connect(m_tags, &TagField::tagsEntered, this, [this](const QStringList &tags) {
        if (m_session)
            m_session->setTags(m_shown, tags);
    });
}

} // namespace earmark::ui
