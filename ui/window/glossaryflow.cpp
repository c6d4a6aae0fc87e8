// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/glossaryflow.h"

#include "library/errortext.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/excerpt.h"
#include "ui/window/glossarydialog.h"
#include "ui/window/messagebar.h"

namespace earmark::ui {

using library::EpisodeSession;
using library::LibraryService;
using transcript::TokenSpan;

namespace {

using namespace std::chrono_literals;

constexpr MediaTime around = 1500ms; // heard before and after the words

} // namespace

GlossaryFlow::GlossaryFlow(LibraryService &service, playback::Player &player, TranscriptView &text,
                           MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_excerpt(new Excerpt(player, this)), m_text(text), m_messages(messages),
      m_window(window)
{
    connect(&service, &LibraryService::rulesRead, this, [this](const std::vector<glossary::Rule> &rules) {
        m_rules = rules;
        if (m_dialog) {
            m_dialog->setRules(rules);
            compare();
        }
    });
    connect(&service, &LibraryService::rulesFailed, this, &GlossaryFlow::tellFailure);
    connect(&service, &LibraryService::declinedRead, this,
            [this](EpisodeId id, const std::vector<glossary::Declined> &declined) {
                if (m_dialog && m_session && m_session->id() == id)
                    m_dialog->setDeclined(declined);
            });
    connect(&service, &LibraryService::soundalikesFound, this,
            [this](EpisodeId id, const std::vector<glossary::Proposal> &found) {
                if (m_dialog && m_session && m_session->id() == id)
                    m_dialog->setSoundalikes(found);
            });
    connect(&service, &LibraryService::soundalikesFailed, this, [this](EpisodeId, const Error &error) {
        if (!m_dialog)
            return;
        m_dialog->setComparing(false);
        m_dialog->say(library::errorText(error));
    });
}

void GlossaryFlow::setSession(EpisodeSession *session)
{
    delete m_dialog;
    m_service.cancelSoundalikes();
    m_session = session;
    if (session && session->id() != m_offered)
        m_messages.clear(Topic::Glossary);
}

GlossaryDialog *GlossaryFlow::show()
{
    if (!m_session)
        return nullptr;
    m_messages.clear(Topic::Glossary);
    if (!m_dialog)
        makeDialog();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return m_dialog;
}

void GlossaryFlow::makeDialog()
{
    m_dialog = new GlossaryDialog(*m_session, m_window);
    m_dialog->setRules(m_rules);
    connect(m_dialog, &GlossaryDialog::playWanted, this, &GlossaryFlow::play);
    connect(m_dialog, &GlossaryDialog::tokenWanted, &m_text, &TranscriptView::showWord);
    connect(m_dialog, &GlossaryDialog::ruleMade, &m_service, &LibraryService::saveRule);
    connect(m_dialog, &GlossaryDialog::ruleRemoved, &m_service, &LibraryService::removeRule);
    connect(m_dialog, &GlossaryDialog::left, &m_service,
            [this, id = m_session->id()](const glossary::Declined &declined) { m_service.decline(id, declined); });
    connect(m_dialog, &GlossaryDialog::wantedAgain, &m_service,
            [this, id = m_session->id()](const glossary::Declined &declined) { m_service.offerAgain(id, declined); });
    connect(m_dialog, &QDialog::finished, this, [this] { m_service.cancelSoundalikes(); });
    m_service.readRules(); // another window may have changed them
    m_service.readDeclined(m_session->id());
}

GlossaryDialog *GlossaryFlow::correctEverywhere()
{
    const auto token = m_text.cursorToken();
    if (!m_session || !token)
        return nullptr;
    if (const transcript::Amendment *correction = m_session->correctionOf(*token))
        return propose(correction->heard, correction->text);
    std::optional<TokenSpan> chosen;
    if (m_text.hasTokenSelection())
        chosen = m_text.currentSpan();
    else if (m_text.foundSpan())
        chosen = m_text.foundSpan();
    else if (m_text.visitsWords())
        chosen = TokenSpan{*token, *token};
    return propose(chosen ? transcript::wordsOf(m_session->transcript(), *chosen) : QString(), {});
}

GlossaryDialog *GlossaryFlow::correctEverywhere(TokenSpan span, const QString &typed)
{
    if (!m_session || !m_session->transcript().contains(span))
        return nullptr;
    const transcript::Amendment *correction = nullptr;
    for (transcript::TokenIndex token = span.first; !correction && token <= span.last; ++token)
        correction = m_session->correctionOf(token);
    const reading::Reading &reading = m_session->reading();
    const TokenSpan sentence = reading.sentences[reading::sentenceOf(reading, span.first)];
    if (correction && span.first <= sentence.first && sentence.last <= span.last)
        return propose(correction->heard, correction->text);
    return propose(transcript::wordsOf(m_session->transcript(), span),
                   correction ? m_session->meantBy(span, typed) : QString());
}

GlossaryDialog *GlossaryFlow::propose(const QString &heard, const QString &meant)
{
    GlossaryDialog *dialog = show();
    dialog->propose(heard, meant);
    return dialog;
}

void GlossaryFlow::offer(EpisodeId id, int hits)
{
    if (hits == 0)
        return;
    m_offered = id;
    m_messages.post(
        {Topic::Glossary, Message::Kind::Note,
         tr("Your rules for misheard words know %n place(s) in this episode. Nothing was changed.", nullptr, hits),
         tr("Show them"), [this] { show(); }});
}

// What of the transcript sounds like a term of the rules or of the episode.
void GlossaryFlow::compare()
{
    if (!m_session || !m_dialog)
        return;
    const auto rules = library::rulesFor(m_session->episode(), m_rules);
    m_dialog->setComparing(true);
    m_service.findSoundalikes(m_session->id(), m_session->transcript(), m_session->episode().language,
                              library::termsOf(rules, m_session->amendments()));
}

void GlossaryFlow::play(TokenSpan span)
{
    const MediaSpan time = transcript::timeOf(span, m_session->timings());
    m_excerpt->play(std::max(MediaTime::zero(), time.start - around), time.end + around);
}

void GlossaryFlow::tellFailure(const Error &error)
{
    const QString sentence =
        tr("The rules for misheard words could not be read or changed. %1").arg(library::errorText(error));
    if (m_dialog)
        m_dialog->say(sentence);
    else
        m_messages.post({Topic::Glossary, Message::Kind::Warning, sentence, {}, {}});
}

} // namespace earmark::ui
