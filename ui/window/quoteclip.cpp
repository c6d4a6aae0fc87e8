// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quoteclip.h"

#include "notes/markdown.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace earmark::ui {

std::unique_ptr<QMimeData> clipOf(const Quote &quote)
{
    const QString time = clockText(quote.start);
    auto clip = std::make_unique<QMimeData>();
    clip->setText(u"“%1”\n— %2, %3\n"_s.arg(quote.text, quote.title, time));
    clip->setHtml(u"<blockquote><p>%1</p><p>— <cite>%2</cite>, %3</p></blockquote>"_s.arg(
        quote.text.toHtmlEscaped(), quote.title.toHtmlEscaped(), time));
    clip->setData(
        u"text/markdown"_s,
        u"> %1\n>\n> — *%2*, %3\n"_s.arg(notes::escapedMarkdown(quote.text), notes::escapedMarkdown(quote.title), time)
            .toUtf8());
    return clip;
}

} // namespace earmark::ui
