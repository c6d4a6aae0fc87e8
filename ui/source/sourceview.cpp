// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourceview.h"

#include "ui/source/sourcecolouring.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>

#include <algorithm>

namespace earmark::ui {

using transcript::SourceFormat;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr int numbersMargin = 8;      // pixels on both sides
constexpr TokenIndex mostMarks = 400; // words marked one by one; of a longer span, only all of it

LineCutting cuttingFor(SourceFormat format)
{
    switch (format) {
    case SourceFormat::YouTubeJson3:
    case SourceFormat::PodcastJson: return LineCutting::BetweenValues;
    default: return format >= SourceFormat::Whisper ? LineCutting::BetweenValues : LineCutting::AtSpaces;
    }
}

} // namespace

class LineNumbers : public QWidget
{
public:
    explicit LineNumbers(SourceView &view) : QWidget(&view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_view.paintNumbers(event->rect()); }
    void wheelEvent(QWheelEvent *event) override { m_view.wheelEvent(event); }

private:
    SourceView &m_view;
};

SourceView::SourceView(QWidget *parent)
    : QPlainTextEdit(parent), m_colouring(new SourceColouring(*this)), m_numbers(new LineNumbers(*this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false); // files dropped on the text are the window's
    setAccessibleName(tr("Source"));
    setAccessibleDescription(tr("The transcript as it came"));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() : fixed.pointSizeF());
    setFont(fixed);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect &rect, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SourceView::followCursor);
    // Only what the reader does with it is an action.
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() != verticalScrollBar()->value())
            Q_EMIT scrolledByReader();
    });
    takeTheme();
}

SourceView::~SourceView()
{
    // The base class still changes its cursor while it goes.
    disconnect(this, nullptr, this, nullptr);
    m_colouring->stop();
}

void SourceView::setSource(std::shared_ptr<const library::EpisodeSource> source,
                           const transcript::Transcript *transcript)
{
    m_colouring->stop();
    m_source = std::move(source);
    m_lines = {};
    m_tokens = {};
    m_byToken.clear();
    m_faultyLines.clear();
    m_marked.reset();
    m_lit.reset();
    const QScopedValueRollback moving(m_moving, true);
    setExtraSelections({});
    if (!m_source || !transcript) {
        clear();
        return;
    }
    m_lines = linesOf(m_source->text, cuttingFor(m_source->format));
    m_tokens = tokensOf(*transcript);
    m_byToken.resize(m_tokens.places.size());
    for (const SourceTokens::Place &place : m_tokens.places)
        m_byToken[size_t(place.token)] = place;
    for (const formats::Warning &warning : m_source->warnings)
        m_faultyLines.push_back(warning.line);
    std::ranges::sort(m_faultyLines);
    setPlainText(m_lines.shown);
    placeNumbers();
    m_colouring->begin(m_source->format);
}

void SourceView::markTokens(TokenSpan span)
{
    if (span.first < 0 || span.first > span.last || size_t(span.last) >= m_byToken.size() || m_marked == span)
        return;
    m_marked = span;
    showMarks();
    if (m_moving || hasFocus())
        return;
    const QScopedValueRollback moving(m_moving, true);
    QTextCursor cursor(document());
    cursor.setPosition(shownAt(m_lines, m_byToken[size_t(span.first)].begin));
    setTextCursor(cursor);
    const QRect caret = cursorRect();
    if (!viewport()->rect().adjusted(0, caret.height(), 0, -caret.height()).contains(caret.center()))
        centerCursor();
    Q_EMIT placeChanged();
}

void SourceView::setLit(std::optional<TokenSpan> span)
{
    if (span && (span->first < 0 || size_t(span->last) >= m_byToken.size()))
        span.reset();
    if (span == m_lit)
        return;
    m_lit = span;
    showMarks();
}

void SourceView::followLit()
{
    if (!m_lit)
        return;
    QTextCursor word(document());
    word.setPosition(shownAt(m_lines, m_byToken[size_t(m_lit->first)].begin));
    const QRect place = cursorRect(word);
    const int margin = place.height();
    if (place.top() >= margin && place.bottom() <= viewport()->height() - margin)
        return;
    // A third of the view above it; the scroll bar counts lines as they are wrapped.
    QTextBlock block = word.block();
    int inBlock = std::max(0, block.layout()->lineForTextPosition(word.positionInBlock()).lineNumber());
    int above = viewport()->height() / 3 / std::max(1, fontMetrics().lineSpacing());
    while (above > inBlock && block.previous().isValid()) {
        above -= inBlock;
        block = block.previous();
        (void)blockBoundingRect(block); // lays it out
        inBlock = block.lineCount();
    }
    verticalScrollBar()->setValue(block.firstLineNumber() + std::max(0, inBlock - above));
}

void SourceView::goTo(int line, int column)
{
    if (!m_source)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(shownAt(m_lines, sourceAt(m_lines, line, column)));
    const bool moves = cursor != textCursor();
    setTextCursor(cursor);
    centerCursor();
    if (!moves)
        followCursor();
}

SourceView::Place SourceView::place() const
{
    if (!m_source)
        return {};
    const int shown = textCursor().position();
    return {lineAt(m_lines, shown).number, columnAt(m_lines, sourceAt(m_lines, shown))};
}

QString SourceView::markedText() const
{
    if (!m_marked)
        return {};
    const qint32 begin = m_byToken[size_t(m_marked->first)].begin;
    return m_source->text.mid(begin, m_byToken[size_t(m_marked->last)].end - begin);
}

void SourceView::followCursor()
{
    if (m_moving || !m_source)
        return;
    Q_EMIT placeChanged();
    const auto token = tokenAt(m_tokens, sourceAt(m_lines, textCursor().position()));
    if (!token)
        return;
    // Who hears of it points back at the same word; the cursor is where the reader put it.
    const QScopedValueRollback moving(m_moving, true);
    markTokens({*token, *token});
    Q_EMIT tokenChosen(*token);
}

void SourceView::showMarks()
{
    const Theme theme = themeFor(palette());
    QTextCharFormat pointed;
    pointed.setBackground(m_lit ? theme.sentenceGround : theme.wordGround); // one word stands out
    pointed.setForeground(theme.ink);
    pointed.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    pointed.setUnderlineColor(theme.accent);
    QTextCharFormat heard;
    heard.setBackground(theme.wordGround);
    heard.setForeground(theme.ink);
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&](qint32 begin, qint32 end, const QTextCharFormat &format) {
        QTextEdit::ExtraSelection selection;
        selection.format = format;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(shownAt(m_lines, begin));
        selection.cursor.setPosition(shownAt(m_lines, end), QTextCursor::KeepAnchor);
        marks.append(selection);
    };
    const auto markWords = [&](const std::optional<TokenSpan> &span, const QTextCharFormat &format) {
        if (span && span->count() <= mostMarks) {
            for (TokenIndex i = span->first; i <= span->last; ++i)
                mark(m_byToken[size_t(i)].begin, m_byToken[size_t(i)].end, format);
        } else if (span) {
            mark(m_byToken[size_t(span->first)].begin, m_byToken[size_t(span->last)].end, format);
        }
    };
    markWords(m_marked, pointed);
    markWords(m_lit, heard);
    setExtraSelections(marks);
}

void SourceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void SourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        takeTheme();
    if (event->type() == QEvent::FontChange)
        placeNumbers();
}

void SourceView::takeTheme()
{
    const Theme theme = themeFor(palette());
    if (palette().color(QPalette::Base) != theme.ground || palette().color(QPalette::Text) != theme.ink) {
        QPalette own; // all else stays the desktop's
        own.setColor(QPalette::Base, theme.ground);
        own.setColor(QPalette::Text, theme.ink);
        setPalette(own);
        return; // comes again with the new palette
    }
    m_colouring->takeTheme();
    showMarks();
    m_numbers->update();
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void SourceView::wheelEvent(QWheelEvent *event)
{
    QPlainTextEdit::wheelEvent(event);
    Q_EMIT scrolledByReader();
}

int SourceView::numbersWidth() const
{
    const int last = m_lines.lines.empty() ? 1 : m_lines.lines.back().number;
    const auto digits = std::max<qsizetype>(3, QString::number(last).size());
    return int(digits) * fontMetrics().horizontalAdvance(u'0') + 2 * numbersMargin;
}

void SourceView::placeNumbers()
{
    if (!m_numbers)
        return;
    const int width = numbersWidth();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setViewportMargins(mirrored ? 0 : width, 0, mirrored ? width : 0, 0);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(mirrored ? viewport()->geometry().right() + 1 : inner.left(), inner.top(), width,
                           viewport()->height());
    m_numbers->update();
}

void SourceView::paintNumbers(const QRect &area)
{
    const Theme theme = themeFor(palette());
    QPainter painter(m_numbers);
    painter.fillRect(area, theme.ground);
    painter.setFont(font());
    const int width = m_numbers->width() - 2 * numbersMargin;
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && m_source; block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom())
            break;
        const SourceLine &line = m_lines.lines[size_t(block.blockNumber())];
        if (place.bottom() < area.top() || line.continues)
            continue;
        const QRect row(numbersMargin, int(place.top()), width, fontMetrics().height());
        const bool faulty = std::ranges::binary_search(m_faultyLines, line.number);
        painter.setPen(faulty ? theme.accent : theme.quiet);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
        if (faulty) // without colour: a bar beside the number
            painter.fillRect(QRectF(0, place.top(), 3, place.height()), theme.accent);
    }
}

} // namespace earmark::ui
