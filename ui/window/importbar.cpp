// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/importbar.h"

#include "ui/player/symbolicicon.h"
#include "ui/theme/theme.h"
#include "ui/window/filepairs.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace earmark::ui {

ImportBar::ImportBar(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_busy(new QProgressBar(this)), m_choose(new QPushButton(this)),
      m_without(new QPushButton(tr("&Read without audio"), this)), m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(96, 4);
    m_busy->setAccessibleName(tr("Importing"));
    for (QPushButton *button : {m_choose, m_without})
        button->setAutoDefault(true); // Enter presses it, as in a dialog
    m_close->setIcon(symbolicIcon(Symbol::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Forget the file that waits"));
    m_close->setAccessibleName(m_close->toolTip());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(15, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_busy);
    layout->addWidget(m_choose);
    layout->addWidget(m_without);
    layout->addWidget(m_close);

    connect(m_choose, &QPushButton::clicked, this, &ImportBar::chooseRequested);
    connect(m_without, &QPushButton::clicked, this, &ImportBar::readWithoutAudio);
    connect(m_close, &QToolButton::clicked, this, &ImportBar::forget);
    refresh();
}

void ImportBar::addFiles(const QStringList &paths)
{
    FilePairs files = pairFiles(m_waiting + paths);
    // The bar asks for what goes with the first; a file brought alone is the answer, whatever its name.
    if (files.pairs.empty() && paths.size() == 1 && !m_waiting.isEmpty()) {
        const FilePairs answer = pairFiles({m_waiting.first(), paths.first()});
        for (const library::ImportRequest &request : answer.pairs) {
            files.pairs.push_back(request);
            files.audio.removeOne(request.audioFile);
            files.transcripts.removeOne(request.transcriptFile);
        }
    }
    m_waiting = files.audio + files.transcripts;
    refresh();
    for (const library::ImportRequest &request : files.pairs)
        Q_EMIT importRequested(request);
}

QString ImportBar::takeAudio()
{
    if (m_waiting.isEmpty() || kindOfFile(m_waiting.first()) != FileKind::Audio)
        return {};
    const QString audio = m_waiting.takeFirst();
    refresh();
    return audio;
}

void ImportBar::beginWork(const QString &text)
{
    ++m_working;
    m_workText = text;
    refresh();
}

void ImportBar::endWork()
{
    m_working = qMax(0, m_working - 1);
    refresh();
}

void ImportBar::readWithoutAudio()
{
    const QStringList transcripts = m_waiting;
    m_waiting.clear();
    refresh();
    for (const QString &transcript : transcripts) {
        library::ImportRequest request;
        request.transcriptFile = transcript;
        Q_EMIT importRequested(request);
    }
}

void ImportBar::forget()
{
    m_waiting.clear();
    refresh();
}

void ImportBar::refresh()
{
    const bool waits = !m_waiting.isEmpty();
    const bool forTranscript = waits && kindOfFile(m_waiting.first()) == FileKind::Audio;
    if (waits) {
        const QString name = QFileInfo(m_waiting.first()).fileName();
        m_text->setText(forTranscript ? tr("“%1” waits for its transcript. Drop that here too.").arg(name)
                                      : tr("“%1” waits for its audio. Drop that here too.").arg(name));
    } else {
        m_text->setText(m_workText);
    }
    m_choose->setText(forTranscript ? tr("&Choose the transcript…") : tr("&Choose the audio…"));
    m_choose->setVisible(waits);
    m_without->setVisible(waits && !forTranscript);
    m_close->setVisible(waits);
    m_busy->setVisible(m_working > 0);
    setAccessibleName(m_text->text());
    setVisible(waits || m_working > 0);
}

void ImportBar::paintEvent(QPaintEvent *)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.sentenceGround);
    painter.fillRect(QRect(0, 0, 3, height()), theme.accent);
    painter.setPen(theme.rule);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace earmark::ui
