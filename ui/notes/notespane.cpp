// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespane.h"

#include "base/mediatime.h"
#include "ui/notes/highlightdelegate.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/theme/quietlabel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace earmark::ui {

NotesPane::NotesPane(QWidget *parent)
    : QWidget(parent), m_model(new HighlightModel(this)), m_list(new QListView(this)), m_heading(new QLabel(this)),
      m_empty(new QuietLabel(this)), m_noteLabel(new QLabel(this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_editor(new MarkdownEditor(this))
{
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
    connectModel();
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

    m_list->setModel(m_model);
    m_list->setItemDelegate(new HighlightDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window); // the pane's own ground
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Highlights"));
    m_list->installEventFilter(this);
    m_list->setMinimumHeight(60);

    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    return part;
}

QWidget *NotesPane::buildEditor()
{
    auto *part = new QWidget(m_splitter);
    m_noteLabel->setBuddy(m_editor);
    m_editor->setAccessibleName(tr("Note in Markdown"));
    m_editor->setMinimumHeight(60);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addWidget(m_noteLabel);
    layout->addWidget(m_editor, 1);
    return part;
}

void NotesPane::connectModel()
{
    const auto activate = [this](const QModelIndex &index) {
        if (const HighlightId id = m_model->idAt(index); id.isValid())
            Q_EMIT highlightActivated(id);
    };
    connect(m_list, &QListView::clicked, this, activate);
    connect(m_list, &QListView::activated, this, activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NotesPane::showChosen);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &NotesPane::updateEmpty);
    connect(m_model, &QAbstractItemModel::modelReset, this, &NotesPane::updateEmpty);
    connect(m_model, &QAbstractItemModel::modelReset, this, &NotesPane::showChosen);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_shown.isValid())
            m_list->selectionModel()->clear();
        showChosen();
    });

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
}

void NotesPane::setSession(library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_model->setSession(session);
    if (!session)
        return;
    connect(session, &library::EpisodeSession::highlightChanged, this, &NotesPane::takeChanged);
}

void NotesPane::choose(HighlightId id)
{
    m_list->setCurrentIndex(m_model->indexOf(id));
    m_list->scrollTo(m_list->currentIndex());
}

void NotesPane::edit(HighlightId id)
{
    choose(id);
    if (m_shown == id)
        m_editor->setFocus(Qt::ShortcutFocusReason);
}

HighlightId NotesPane::chosen() const
{
    return m_model->idAt(m_list->currentIndex());
}

void NotesPane::showChosen()
{
    // Where a highlight goes while its note is being written (it could not be saved), the view moves on
    // to its neighbour. What is typed next must not land in that one's note.
    const bool vanished = m_session && m_shown.isValid() && !m_session->find(m_shown) && !m_list->hasFocus();
    const HighlightId id = vanished ? HighlightId{} : chosen();
    if (id == m_shown && id.isValid())
        return;
    if (m_session)
        m_session->closeNoteStep();
    const bool hadFocus = m_editor->hasFocus();
    m_shown = id;
    tellWriting();
    const notes::Highlight *highlight = m_session && id.isValid() ? m_session->find(id) : nullptr;
    m_editor->takeText(highlight ? highlight->note : QString(), MarkdownEditor::TakeOver::Anew);
    if (highlight) {
        const transcript::WordTiming &timing = m_session->timings()[size_t(highlight->span.first)];
        const bool estimated = timing.origin == transcript::TimingOrigin::Estimated;
        m_noteLabel->setText((estimated ? tr("N&ote at about %1") : tr("N&ote at %1")).arg(clockText(timing.start)));
    }
    showEditor(highlight != nullptr);
    if (!highlight && hadFocus && vanished)
        m_list->setFocus(Qt::OtherFocusReason); // the letters still being typed are commands in the text
    else if (!highlight && hadFocus)
        Q_EMIT leaveRequested();
}

bool NotesPane::isWriting() const
{
    return m_shown.isValid() && m_editor->isWriting();
}

void NotesPane::tellWriting()
{
    if (m_session)
        m_session->setWriting(isWriting() ? m_shown : HighlightId{});
}

void NotesPane::takeChanged(const notes::Highlight &highlight)
{
    if (highlight.id == m_shown)
        m_editor->takeText(highlight.note, MarkdownEditor::TakeOver::Changed);
    // The card may need more lines now, or fewer.
    if (QAbstractItemDelegate *delegate = m_list->itemDelegate())
        Q_EMIT delegate->sizeHintChanged(m_model->indexOf(highlight.id));
    if (highlight.id == m_shown)
        m_list->scrollTo(m_list->currentIndex());
}

void NotesPane::removeChosen()
{
    if (const HighlightId id = chosen(); m_session && id.isValid())
        m_session->removeHighlight(id);
}

void NotesPane::updateEmpty()
{
    const int count = m_model->rowCount();
    m_heading->setText(count == 0 ? tr("&Notes") : tr("&Notes · %n highlight(s)", nullptr, count));
    m_empty->setText(m_session ? tr("Press H in the text to highlight a sentence or what you have selected, and A to "
                                    "write a note to it.")
                               : tr("Highlights and notes of the open episode stand here."));
    m_empty->setVisible(count == 0);
    m_list->setVisible(count > 0);
    showEditor(chosen().isValid());
}

void NotesPane::showEditor(bool shown)
{
    // The editor takes its room from the list, and may hide what was chosen.
    if (shown && m_editorPart->isHidden())
        QTimer::singleShot(0, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
    m_editorPart->setVisible(shown);
    if (shown && !m_shared && height() > 0) {
        m_splitter->setSizes({height() * 3 / 5, height() * 2 / 5});
        m_shared = true;
    }
}

QByteArray NotesPane::saveState() const
{
    return m_splitter->saveState();
}

void NotesPane::restoreState(const QByteArray &state)
{
    m_shared = m_splitter->restoreState(state);
}

bool NotesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Delete: removeChosen(); return true;
        case Qt::Key_Escape: Q_EMIT leaveRequested(); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Quotes wrap anew.
    m_list->doItemsLayout();
}

} // namespace earmark::ui
