// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quoteclip.h"

#include "library/episodesession.h"
#include "notes/links.h"
#include "notes/markdown.h"

#include <QMimeData>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace earmark::ui {

Quote quoteOf(const library::EpisodeSession &session, const transcript::TokenSpan &span)
{
    return {reading::quote(session.reading(), session.transcript(), span), session.speakerAt(span.first),
            session.episode().title, session.id(), session.timings()[size_t(span.first)].start};
}

std::unique_ptr<QMimeData> clipOf(const Quote &quote)
{
    using notes::MarkdownPlace;
    const QString time = clockText(quote.start);
    const QString link = notes::episodeLink(quote.episode, quote.start);
    const auto source = [&](const QString &speaker, const QString &title, const QString &place) {
        QStringList parts{title, place};
        if (!speaker.isEmpty())
            parts.prepend(speaker);
        return parts.join(u", "_s);
    };
    auto clip = std::make_unique<QMimeData>();
    clip->setText(u"“%1”\n— "_s.arg(quote.text) + source(quote.speaker, quote.title, time) + u'\n');
    clip->setHtml(u"<blockquote><p>"_s + quote.text.toHtmlEscaped() + u"</p><p>— "_s
                  + source(quote.speaker.toHtmlEscaped(), u"<cite>"_s + quote.title.toHtmlEscaped() + u"</cite>"_s,
                           u"<a href=\""_s + link + u"\">"_s + time + u"</a>"_s)
                  + u"</p></blockquote>"_s);
    const QString markdown = u"> "_s + notes::escapedMarkdown(quote.text) + u"\n>\n> — "_s
        + source(notes::escapedMarkdown(quote.speaker, MarkdownPlace::Anywhere),
                 u'*' + notes::escapedMarkdown(quote.title, MarkdownPlace::Anywhere) + u'*',
                 u'[' + time + u"]("_s + link + u')')
        + u'\n';
    clip->setData(u"text/markdown"_s, markdown.toUtf8());
    return clip;
}

} // namespace earmark::ui
