// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/welcomepage.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace earmark::ui {

namespace {

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QAction *open, QAction *sample, QWidget *parent)
    : QWidget(parent), m_heading(centredLabel(this)), m_text(centredLabel(this)), m_formats(centredLabel(this)),
      m_open(new QPushButton(tr("&Open files…"), this)), m_sample(new QPushButton(tr("Try the &sample"), this))
{
    m_heading->setFont(readingFont(1.5));
    m_text->setFont(readingFont(1.0));
    m_formats->setText(tr("Audio: mp3, m4a, ogg, opus, flac, wav and more.\nTranscripts: text, captions, and "
                          "what podcasts, YouTube and transcription programs give."));
    m_open->setToolTip(open->toolTip());
    for (QPushButton *button : {m_open, m_sample})
        button->setAutoDefault(true); // Enter presses it, as in a dialog
    setFocusProxy(m_open);
    m_sample->setToolTip(tr("Opens a short conversation that comes with Earmark"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(32, 24, 32, 24);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addSpacing(12);
    layout->addLayout(buttons);
    layout->addSpacing(12);
    layout->addWidget(m_formats);
    layout->addStretch(3);

    // Large letters in a small window need more room than there is.
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(m_open, &QPushButton::clicked, open, &QAction::trigger);
    connect(m_sample, &QPushButton::clicked, sample, &QAction::trigger);
    setLibrary(Library::Empty);
    applyTheme();
}

void WelcomePage::setLibrary(Library library)
{
    switch (library) {
    case Library::Empty:
        m_heading->setText(tr("Nothing to read yet"));
        m_text->setText(tr("Drop an episode and its transcript here, or press Ctrl+O."));
        break;
    case Library::HasEpisodes:
        m_heading->setText(tr("No episode is open"));
        m_text->setText(tr("Choose one in the library, drop an episode and its transcript here, or press Ctrl+O."));
        break;
    case Library::Unusable:
        m_heading->setText(tr("The library cannot be opened"));
        m_text->setText(tr("What can be done is said above. Your episodes and notes are not touched."));
        break;
    }
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyTheme();
}

void WelcomePage::applyTheme()
{
    const Theme theme = themeFor(palette());
    const auto paint = [](QLabel *label, const QColor &colour) {
        QPalette own;
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    paint(m_heading, theme.ink);
    paint(m_text, theme.ink);
    paint(m_formats, theme.quiet);
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeFor(palette()).ground);
}

} // namespace earmark::ui
