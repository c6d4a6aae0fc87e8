// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sourceflow.h"

#include "library/episodesession.h"
#include "library/errortext.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/transcript/transcriptview.h"

#include <QScopedValueRollback>

#include <utility>

namespace earmark::ui {

using library::LibraryService;

SourceFlow::SourceFlow(LibraryService &service, SourcePane &pane, TranscriptView &text, QObject *parent)
    : QObject(parent), m_service(service), m_pane(pane), m_text(text)
{
    connect(&service, &LibraryService::sourceRead, this, &SourceFlow::take);
    connect(&service, &LibraryService::sourceFailed, this, [this](EpisodeId id, const Error &error) {
        if (!m_session || m_session->id() != id)
            return;
        m_fetching = false;
        m_pane.showNothing(library::errorText(error));
    });
    connect(&text, &TranscriptView::cursorMoved, this, &SourceFlow::markInSource);
    connect(&text, &TranscriptView::litTokenChanged, this, &SourceFlow::lightInSource);
    connect(&text, &TranscriptView::followingChanged, this, &SourceFlow::lightInSource);
    connect(pane.view(), &SourceView::scrolledByReader, this, [this] { m_text.setFollowing(false); });
    connect(pane.view(), &SourceView::tokenChosen, this, [this](transcript::TokenIndex token) {
        const QScopedValueRollback moving(m_fromSource, true);
        m_text.showWord(token);
    });
}

void SourceFlow::setSession(library::EpisodeSession *session)
{
    m_session = session;
    m_fetching = false;
    m_warningWanted = false;
    m_pane.showNothing(session ? tr("Reading the source…") : tr("No episode is open."));
    fetch();
}

void SourceFlow::setShown(bool shown)
{
    m_shown = shown;
    fetch();
    if (!shown)
        return;
    markInSource();
    lightInSource();
}

void SourceFlow::showFirstWarning()
{
    if (m_pane.hasSource())
        m_pane.showFirstWarning();
    else
        m_warningWanted = true;
}

void SourceFlow::fetch()
{
    if (!m_shown || !m_session || m_pane.hasSource() || std::exchange(m_fetching, true))
        return;
    m_pane.showNothing(tr("Reading the source…"));
    m_service.readSource(m_session->id());
}

void SourceFlow::take(EpisodeId id, const std::shared_ptr<const library::EpisodeSource> &source)
{
    if (!m_session || m_session->id() != id || !m_fetching)
        return;
    m_fetching = false;
    m_pane.setSource(source, m_session->transcript());
    markInSource();
    lightInSource();
    if (std::exchange(m_warningWanted, false))
        m_pane.showFirstWarning();
}

// What is selected in the text, or the word at its cursor.
void SourceFlow::markInSource()
{
    const auto token = m_text.cursorToken();
    if (!m_shown || m_fromSource || !token || !m_pane.hasSource())
        return;
    m_pane.view()->markTokens(m_text.hasTokenSelection() ? *m_text.currentSpan()
                                                         : transcript::TokenSpan{*token, *token});
}

// The words being heard.
void SourceFlow::lightInSource()
{
    if (!m_shown || !m_pane.hasSource())
        return;
    m_pane.view()->setLit(m_text.litSpan());
    if (m_text.isFollowing())
        m_pane.view()->followLit();
}

} // namespace earmark::ui
