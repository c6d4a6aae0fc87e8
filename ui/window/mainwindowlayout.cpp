// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that says where its panes stand.
#include "ui/library/librarypane.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notespane.h"
#include "ui/notes/tagfield.h"
#include "ui/player/playerbar.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/hairline.h"
#include "ui/window/importbar.h"
#include "ui/window/keymap.h"
#include "ui/window/listening.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"
#include "ui/window/sourceflow.h"
#include "ui/window/welcomepage.h"

#include <QListView>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int narrow = 900; // pixels at 96 dpi; below, the notes go under the text
constexpr int wide = 1500;  // from here on, the source stands beside the text
constexpr int low = 560;    // below, the timeline leaves more room to the text

} // namespace

QWidget *MainWindow::buildReading()
{
    auto *reading = new QWidget(m_inner);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_text);
    m_text->setAccessibleName(tr("Transcript"));
    auto *layout = new QVBoxLayout(reading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_importBar);
    m_reading->addWidget(m_pages);
    m_reading->addWidget(m_source);
    m_reading->setSizes({1000, 1000}); // halves of whatever room there is
    m_reading->setChildrenCollapsible(false);
    m_source->hide();
    layout->addWidget(m_reading, 1);
    layout->addWidget(m_findBar);
    reading->setMinimumWidth(280);
    m_overlay = new DropOverlay(reading);
    return reading;
}

void MainWindow::buildPanes()
{
    m_inner->addWidget(buildReading());
    m_inner->addWidget(m_notes);
    m_inner->setStretchFactor(0, 1);
    m_inner->setStretchFactor(1, 0);
    m_inner->setChildrenCollapsible(false);
    m_outer->addWidget(m_library);
    m_outer->addWidget(m_inner);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    m_outer->setChildrenCollapsible(false);
    for (QSplitter *splitter : {m_outer, m_inner, m_reading})
        splitter->setHandleWidth(1);

    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_outer, 1);
    layout->addWidget(m_hairline);
    layout->addWidget(m_playerBar);
    setCentralWidget(centre);
    setTabOrder(m_text, m_source->warnings());
    setTabOrder(m_source->warnings(), m_source->view());
    // The notes keep the order that they have among themselves.
    QWidget *last = m_source->view();
    for (QWidget *stop = m_notes->filterField(); last != m_notes->tagField();) {
        QWidget *next = stop->nextInFocusChain();
        if (stop->focusPolicy() != Qt::NoFocus) {
            setTabOrder(last, stop);
            last = stop;
        }
        stop = next;
    }
}

void MainWindow::buildMenus()
{
    QMenu *whole = nullptr;
    for (const ActionMenu menu : allMenus) {
        if (menu == ActionMenu::Jump)
            whole->addSeparator();
        QMenu *entry = isSubmenu(menu) ? whole->addMenu(menuTitle(menu)) : menuBar()->addMenu(menuTitle(menu));
        if (!isSubmenu(menu))
            whole = entry;
        for (const ActionSpec &spec : actionTable()) {
            if (spec.menu != menu)
                continue;
            if (spec.separatorBefore)
                entry->addSeparator();
            entry->addAction(m_actions[spec.id]);
        }
        if (menu == ActionMenu::Sound)
            entry->addMenu(m_listening->outputs());
    }
}

void MainWindow::restoreState()
{
    // The frame that the window manager adds must find room on the screen too.
    constexpr QSize frame{16, 48};
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_settings.value("window/geometry").toByteArray());
    m_actions.setKeymap(readKeymap(m_settings.value("keys/keymap").toByteArray(), {}).value_or(Keymap{}));
    m_actions[ActionId::ShowLibrary]->setChecked(m_settings.value("window/library", true).toBool());
    m_actions[ActionId::ShowNotes]->setChecked(m_settings.value("window/notes", true).toBool());
    m_actions[ActionId::ShowSource]->setChecked(m_settings.value("window/source", false).toBool());
    showPanes();
    m_notes->restoreState(m_settings.value("window/notesParts").toByteArray());
    m_reading->restoreState(m_settings.value("window/reading").toByteArray());
    m_text->setZoom(m_settings.value("window/zoom", 1.0).toDouble());
    setLook(readLook(m_settings));
    if (m_settings.contains("player/volume"))
        m_player.setVolume(m_settings.value("player/volume").toDouble());
    if (m_settings.contains("player/speed"))
        m_player.setSpeed(m_settings.value("player/speed").toDouble());
    m_listening->restoreState(m_settings);
}

void MainWindow::saveState()
{
    if (isFullScreen())
        setFullScreen(false);
    m_settings.setValue("window/geometry", saveGeometry());
    m_settings.setValue("window/library", m_actions[ActionId::ShowLibrary]->isChecked());
    m_settings.setValue("window/notes", m_actions[ActionId::ShowNotes]->isChecked());
    m_settings.setValue("window/source", m_actions[ActionId::ShowSource]->isChecked());
    m_settings.setValue("window/notesParts", m_notes->saveState());
    m_settings.setValue("window/outer", m_outer->saveState());
    const bool side = m_inner->orientation() == Qt::Horizontal;
    m_settings.setValue(side ? "window/innerBeside" : "window/innerBelow", m_inner->saveState());
    m_settings.setValue("window/reading", m_reading->saveState());
    m_settings.setValue("window/zoom", m_text->zoom());
    m_settings.setValue("player/volume", m_player.volume());
    m_settings.setValue("player/speed", m_player.speed());
    m_listening->saveState(m_settings);
}

// Notes stand beside the text, or below it where there is no room for both. How the space is shared is
// remembered for each.
void MainWindow::fitWidth()
{
    m_playerBar->timeline()->setSizeKind(height() < low ? Timeline::Size::Low : Timeline::Size::Normal);
    m_reading->setOrientation(width() < wide ? Qt::Vertical : Qt::Horizontal);
    const Qt::Orientation wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    const bool turned = m_inner->orientation() != wanted;
    if (m_placed && !turned)
        return;
    if (m_placed) {
        const bool side = m_inner->orientation() == Qt::Horizontal;
        m_settings.setValue(side ? "window/innerBeside" : "window/innerBelow", m_inner->saveState());
    }
    m_inner->setOrientation(wanted);
    const bool side = wanted == Qt::Horizontal;
    const QByteArray kept = m_settings.value(side ? "window/innerBeside" : "window/innerBelow").toByteArray();
    const int libraryWidth = std::clamp(width() * 18 / 100, 150, 260);
    if (!m_placed && !m_outer->restoreState(m_settings.value("window/outer").toByteArray()))
        m_outer->setSizes({libraryWidth, width() - libraryWidth});
    const int notesSize = side ? std::clamp(width() * 25 / 100, 230, 360) : height() * 35 / 100;
    if (!m_inner->restoreState(kept))
        m_inner->setSizes({(side ? width() - libraryWidth : height()) - notesSize, notesSize});
    m_inner->setOrientation(wanted);
    m_placed = true;
}

// Without an episode there is nothing that the notes and the source could say.
void MainWindow::showPanes()
{
    m_library->setVisible(m_actions[ActionId::ShowLibrary]->isChecked());
    const bool isOpen = m_desk && m_desk->session();
    m_notes->setVisible(m_actions[ActionId::ShowNotes]->isChecked() && isOpen);
    const bool source = m_actions[ActionId::ShowSource]->isChecked() && isOpen;
    const bool hadFocus = m_source->isAncestorOf(focusWidget());
    m_source->setVisible(source);
    m_sources->setShown(source);
    if (!source && hadFocus)
        m_text->setFocus(Qt::OtherFocusReason);
}

// Full screen begins with the text alone. Panes called there are gone again with it.
void MainWindow::setFullScreen(bool on)
{
    m_actions[ActionId::FullScreen]->setChecked(on);
    if (on == m_hairline->isVisibleTo(this))
        return;
    if (on)
        m_panesBefore = {m_actions[ActionId::ShowLibrary]->isChecked(), m_actions[ActionId::ShowNotes]->isChecked(),
                         m_actions[ActionId::ShowSource]->isChecked()};
    m_hairline->setVisible(on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    menuBar()->setVisible(!on);
    m_playerBar->setVisible(!on);
    m_text->setVerticalScrollBarPolicy(on ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_actions[ActionId::ShowLibrary]->setChecked(!on && m_panesBefore.library);
    m_actions[ActionId::ShowNotes]->setChecked(!on && m_panesBefore.notes);
    m_actions[ActionId::ShowSource]->setChecked(!on && m_panesBefore.source);
    showPanes();
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace earmark::ui
