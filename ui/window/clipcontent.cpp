// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/clipcontent.h"

#include "formats/formats.h"

#include <QMimeData>
#include <QTextDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

// Browsers wrap what was marked into a page of their own and say where it begins and ends.
QString markedPart(const QString &html)
{
    static const QString begin = u"<!--StartFragment-->"_s;
    const qsizetype from = html.indexOf(begin);
    if (from < 0)
        return html;
    const qsizetype until = html.indexOf(u"<!--EndFragment-->"_s, from);
    return html.mid(from + begin.size(), until < 0 ? -1 : until - from - begin.size());
}

bool isPodcastHtml(const QString &html)
{
    if (!html.contains(u"<cite"_s, Qt::CaseInsensitive))
        return false;
    const auto parsed = formats::parseTranscript(html.toUtf8(), {});
    return parsed && parsed->transcript.format == transcript::SourceFormat::PodcastHtml;
}

QString textOfHtml(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

} // namespace

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

bool mayHoldTranscript(const QMimeData &data)
{
    return !localFiles(data).isEmpty() || (!data.hasUrls() && (data.hasText() || data.hasHtml()));
}

ClipContent contentOf(const QMimeData &data)
{
    ClipContent content{localFiles(data), {}, {}};
    if (!content.files.isEmpty() || data.hasUrls())
        return content;
    const QString html = data.hasHtml() ? markedPart(data.html()).trimmed() : QString();
    if (isPodcastHtml(html))
        return {{}, html.toUtf8(), u"pasted.html"_s};
    QString text = data.hasText() ? data.text() : QString();
    if (text.trimmed().isEmpty() && !html.isEmpty())
        text = textOfHtml(html);
    if (!text.trimmed().isEmpty()) {
        content.text = text.toUtf8();
        content.textName = u"pasted.txt"_s;
    }
    return content;
}

} // namespace earmark::ui
