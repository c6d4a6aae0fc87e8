// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcecolouring.h"

#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QElapsedTimer>
#include <QHash>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using transcript::SourceFormat;

namespace {

constexpr qint64 sliceMilliseconds = 6; // leaves most of a frame to whoever scrolls

// KSyntaxHighlighting has WebVTT from 6.17 on; captions of the other kinds have never had one.
QStringList definitionNames(SourceFormat format)
{
    switch (format) {
    case SourceFormat::WebVtt: return {u"WebVTT"_s, u"WebVTT captions"_s};
    case SourceFormat::SubRip: return {u"SubRip Subtitles"_s, u"Raw transcript"_s};
    case SourceFormat::Markdown: return {u"Markdown"_s};
    case SourceFormat::PlainText:
    case SourceFormat::Otter:
    case SourceFormat::SubStationAlpha:
    case SourceFormat::Sbv:
    case SourceFormat::WhisperText:
    case SourceFormat::Lrc: return {u"Raw transcript"_s};
    case SourceFormat::Ttml:
    case SourceFormat::YouTubeSrv1:
    case SourceFormat::YouTubeSrv3: return {u"XML"_s};
    case SourceFormat::PodcastHtml: return {u"HTML"_s};
    default: return {u"JSON"_s};
    }
}

} // namespace

struct SourceColouring::Private : public KSyntaxHighlighting::AbstractHighlighter {
    explicit Private(QPlainTextEdit &editor) : editor(editor) {}

    using AbstractHighlighter::highlightLine;

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0 || format.isDefaultTextStyle(theme()))
            return;
        ranges.append({offset, length, textFormat(format)});
    }

    [[nodiscard]] const QTextCharFormat &textFormat(const KSyntaxHighlighting::Format &format);
    void useTheme();
    void useDefinition();

    QPlainTextEdit &editor;
    QTimer timer;
    SourceFormat format = SourceFormat::PlainText;
    bool active = false;
    std::unique_ptr<KSyntaxHighlighting::Repository> repository;
    KSyntaxHighlighting::State state;
    QTextBlock next;
    QList<QTextLayout::FormatRange> ranges;      // of the line being coloured
    QHash<quint16, QTextCharFormat> textFormats; // by the format's id, for the theme of now
};

const QTextCharFormat &SourceColouring::Private::textFormat(const KSyntaxHighlighting::Format &format)
{
    const auto known = textFormats.constFind(format.id());
    if (known != textFormats.cend())
        return *known;
    const QPalette palette = editor.palette();
    QTextCharFormat made;
    if (format.hasTextColor(theme()))
        made.setForeground(
            legibleColour(format.textColor(theme()), palette.color(QPalette::Text), palette.color(QPalette::Base)));
    if (format.isBold(theme()))
        made.setFontWeight(QFont::Bold);
    if (format.isItalic(theme()))
        made.setFontItalic(true);
    return *textFormats.insert(format.id(), made);
}

void SourceColouring::Private::useTheme()
{
    using KSyntaxHighlighting::Repository;
    const bool dark = themeFor(editor.palette()).dark;
    setTheme(repository->defaultTheme(dark ? Repository::DarkTheme : Repository::LightTheme));
    textFormats.clear();
}

void SourceColouring::Private::useDefinition()
{
    const QStringList names = definitionNames(format);
    for (const QString &name : names) {
        const auto definition = repository->definitionForName(name);
        if (!definition.isValid())
            continue;
        setDefinition(definition);
        return;
    }
    setDefinition({});
}

SourceColouring::SourceColouring(QPlainTextEdit &editor) : QObject(&editor), d(std::make_unique<Private>(editor))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, &SourceColouring::colourSlice);
}

SourceColouring::~SourceColouring() = default;

void SourceColouring::begin(SourceFormat format)
{
    d->format = format;
    d->active = true;
    d->next = d->editor.document()->begin();
    d->state = {};
    if (d->repository)
        d->useDefinition();
    d->timer.start(0);
}

void SourceColouring::stop()
{
    d->active = false;
    d->timer.stop();
    d->next = {};
}

void SourceColouring::takeTheme()
{
    if (d->repository)
        d->useTheme();
    if (d->active)
        begin(d->format);
}

bool SourceColouring::isDone() const
{
    return d->active && !d->next.isValid();
}

void SourceColouring::colourSlice()
{
    if (!d->repository) {
        d->repository = std::make_unique<KSyntaxHighlighting::Repository>();
        d->useTheme();
        d->useDefinition();
    }
    if (!d->definition().isValid()) {
        d->next = {}; // plain then
        return;
    }
    QElapsedTimer clock;
    clock.start();
    const int from = d->next.position();
    int until = from;
    while (d->next.isValid() && clock.elapsed() < sliceMilliseconds) {
        d->ranges.clear();
        d->state = d->highlightLine(d->next.text(), d->state);
        if (!d->ranges.isEmpty() || !d->next.layout()->formats().isEmpty())
            d->next.layout()->setFormats(d->ranges);
        until = d->next.position() + d->next.length();
        d->next = d->next.next();
    }
    d->editor.document()->markContentsDirty(from, until - from);
    if (d->next.isValid())
        d->timer.start(0);
}

} // namespace earmark::ui
