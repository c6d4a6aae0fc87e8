// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Timeline that follows the pointer and the keys.
#include "ui/timeline/timeline.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using namespace std::chrono_literals;
using Kind = Place::Kind;

namespace {

constexpr MediaTime step = 5s; // as the keys for back and forward have it
constexpr MediaTime smallStep = 1s;
constexpr MediaTime page = 30s;
constexpr MediaTime shortestPart = 10s; // that zooming shows
constexpr MediaTime jump = 1s;          // further than playing goes from one picture to the next
constexpr double notch = 120;           // of a wheel, in eighths of a degree
constexpr double zoomStep = 1.25;

} // namespace

void Timeline::seekTo(MediaTime time)
{
    if (!canSeek())
        return;
    const MediaTime target = std::clamp(time, MediaTime::zero(), m_duration);
    setPosition(target); // shown before the player answers
    Q_EMIT seekRequested(target);
    tellValue();
}

void Timeline::tellValue()
{
    QAccessibleValueChangeEvent value(this, double(position().count()) / 1000);
    QAccessible::updateAccessibility(&value);
    QAccessibleEvent words(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&words);
}

QString Timeline::valueText() const
{
    if (const QString text = remark(); !text.isEmpty() && !canSeek())
        return text;
    const MediaTime time = m_pointing == Pointing::Place ? pointedTime() : position();
    QString text = tr("%1 of %2").arg(clockText(time), clockText(m_duration));
    const TimelinePopup::Content content = contentAt(time);
    if (!content.title.isEmpty())
        text = tr("%1, %2", "a time, and what stands there").arg(text, content.title);
    if (const QString words = u"%1 %2"_s.arg(content.spoken.word, content.spoken.after).trimmed(); !words.isEmpty())
        text = tr("%1: %2", "a time, and the words spoken there").arg(text, words);
    return text;
}

// Half the width of the playhead's knob still counts as the place beside it.
MediaTime Timeline::reach() const
{
    const TimeScale &scale = m_scene.scale;
    return scale.isEmpty() ? MediaTime() : scale.timeAt(scale.left + 3 * m_scene.unit) - scale.from;
}

QString Timeline::nameOf(notes::Mark mark) const
{
    const QString &own = notes::nameOf(m_markNames, mark);
    return own.isEmpty() ? markName(mark) : own;
}

QString Timeline::nameOf(const Place &place) const
{
    switch (place.kind) {
    case Kind::Chapter:
    case Kind::Cue: return place.text;
    case Kind::NotInText: return tr("Not in the text");
    case Kind::Highlight: return tr("Highlight, %1", "the mark’s name").arg(nameOf(place.mark));
    case Kind::Moment: return tr("Moment, %1", "the mark’s name").arg(nameOf(place.mark));
    }
    Q_UNREACHABLE();
}

QString Timeline::titleAt(MediaTime time) const
{
    QStringList titles;
    if (m_pointing == Pointing::Place) {
        titles.append(nameOf(m_places[*m_visited]));
    } else {
        for (const Kind kind : {Kind::Moment, Kind::Highlight, Kind::Cue, Kind::NotInText}) {
            // What is as short as a moment is pointed at; what lasts begins and ends where it does.
            const MediaTime beside = kind == Kind::Moment && m_pointing == Pointing::Pointer ? reach() : MediaTime();
            if (const Place *place = placeAt(m_places, kind, time, beside))
                titles.append(nameOf(*place));
        }
        const auto inSilence = [time](const audio::Stretch &silence) {
            return silence.start <= time && time < silence.end;
        };
        if (titles.isEmpty() && std::ranges::any_of(m_silences, inSilence))
            titles.append(tr("Silence"));
    }
    // The chapter goes on until the next one, whatever its end says.
    const auto later = std::ranges::upper_bound(m_chapters, time, {}, &audio::Chapter::start);
    if (later != m_chapters.begin() && !titles.contains(std::prev(later)->title))
        titles.prepend(std::prev(later)->title);
    if (m_session && !m_session->timings().empty() && !transcript::hasKnownTimes(m_session->timings()))
        titles.append(tr("the words are estimated"));
    return titles.join(u" · "_s);
}

TimelinePopup::Content Timeline::contentAt(MediaTime time) const
{
    TimelinePopup::Content content{clockText(time), titleAt(time), {}};
    if (m_session)
        content.spoken = spokenAt(m_session->reading(), m_session->timings(), time);
    return content;
}

MediaTime Timeline::pointedTime() const
{
    switch (m_pointing) {
    case Pointing::Pointer: return m_scrub.value_or(m_scene.scale.timeAt(m_pointer.x()));
    case Pointing::Place: return m_places[*m_visited].start;
    case Pointing::Playhead:
    case Pointing::Nothing: break;
    }
    return position();
}

const TimelinePopup *Timeline::popup() const
{
    return m_popup && !m_popup->isHidden() ? m_popup : nullptr;
}

void Timeline::point(Pointing pointing)
{
    m_pointing = pointing;
    if (pointing != Pointing::Place)
        m_visited.reset();
    update();
    refreshPopup();
}

void Timeline::refreshPopup()
{
    if (m_pointing == Pointing::Nothing || !canSeek() || !isVisible()) {
        if (m_popup)
            m_popup->hide();
        return;
    }
    if (!m_popup || m_popup->parentWidget() != window()) {
        delete m_popup;
        m_popup = new TimelinePopup(window());
    }
    m_popup->setFont(font());
    const MediaTime time = pointedTime();
    const double x = std::clamp(m_scene.scale.xOf(time), m_scene.scale.left, m_scene.scale.right());
    const QPoint anchor = mapTo(window(), QPoint(int(std::round(x)), 0));
    m_popup->showAt(anchor.x(), anchor.y() - int(4 * unit()), contentAt(time));
}

void Timeline::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    giveUpScrub();
    point(Pointing::Nothing);
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const std::array byKeys{Qt::TabFocusReason, Qt::BacktabFocusReason, Qt::ShortcutFocusReason};
    if (std::ranges::find(byKeys, event->reason()) != byKeys.end())
        point(Pointing::Playhead);
    update();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (m_pointing != Pointing::Pointer)
        point(Pointing::Nothing);
    update();
}

void Timeline::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_pointing == Pointing::Pointer && !m_isPressed)
        point(Pointing::Nothing);
}

// Where a click goes: to the beginning of the highlight or the chapter whose sign was hit, else there.
MediaTime Timeline::targetOf(QPointF click) const
{
    const MediaTime time = m_scene.scale.timeAt(click.x());
    if (m_scene.bands.marks.contains(QPointF(m_scene.bands.marks.center().x(), click.y()))) {
        for (const Kind kind : {Kind::Moment, Kind::Highlight}) {
            if (const Place *place = placeAt(m_places, kind, time, reach()))
                return place->start;
        }
    }
    if (m_scene.bands.titles.contains(QPointF(m_scene.bands.titles.center().x(), click.y()))) {
        const auto later = std::ranges::upper_bound(m_chapters, time, {}, &audio::Chapter::start);
        if (later != m_chapters.begin())
            return std::prev(later)->start;
    }
    return time;
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_isPressed = true;
    m_isDragged = false;
    m_pressed = event->position();
    m_pointer = event->position();
    if (!canSeek())
        return;
    const int before = headX();
    m_scrub = targetOf(m_pressed);
    updateHead(before);
    point(Pointing::Pointer);
    grabKeyboard(); // Esc gives it up, wherever the focus is
    Q_EMIT scrubbed(*m_scrub);
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_isPressed && m_scrub) {
        m_isDragged |= (m_pointer - m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance();
        if (m_isDragged) {
            const int before = headX();
            m_scrub = m_scene.scale.timeAt(m_pointer.x());
            updateHead(before);
            Q_EMIT scrubbed(*m_scrub);
        }
    }
    if (canSeek())
        point(Pointing::Pointer);
}

void Timeline::giveUpScrub()
{
    if (!m_scrub)
        return;
    const int before = headX();
    m_scrub.reset();
    releaseKeyboard();
    updateHead(before);
    Q_EMIT scrubbed(m_position);
    point(Pointing::Nothing);
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_isPressed, false)) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    if (m_scrub) {
        releaseKeyboard();
        seekTo(*std::exchange(m_scrub, std::nullopt));
        if (!rect().contains(event->position().toPoint()))
            point(Pointing::Nothing);
    } else if ((m_sound == Sound::None || m_sound == Sound::Unplayable) && m_session
               && rect().contains(event->position().toPoint())) {
        Q_EMIT audioRequested();
    }
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const int amount = std::abs(turned.y()) >= std::abs(turned.x()) ? turned.y() : -turned.x();
    event->accept();
    if (!canSeek() || m_scrub || amount == 0)
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(std::pow(zoomStep, amount / notch), event->position().x());
        return;
    }
    if (m_wheel * amount < 0)
        m_wheel = 0; // turned round
    m_wheel += amount / notch;
    const double whole = std::trunc(m_wheel);
    m_wheel -= whole;
    if (whole != 0)
        seekTo(position() + step * int(whole));
}

void Timeline::zoom(double factor, double x)
{
    const TimeScale &scale = m_scene.scale;
    if (scale.isEmpty())
        return;
    const double length = double((scale.to - scale.from).count()) / factor;
    const auto least = std::min<double>(double(shortestPart.count()), double(m_duration.count()));
    const MediaTime wanted(std::llround(std::clamp(length, least, double(m_duration.count()))));
    const double share = std::clamp((x - scale.left) / scale.width, 0.0, 1.0);
    const MediaTime from = scale.timeAt(x) - MediaTime(std::llround(share * double(wanted.count())));
    showPart(from, from + wanted);
}

void Timeline::showPart(MediaTime from, MediaTime to)
{
    const MediaTime length = std::min(to - from, m_duration);
    from = std::clamp(from, MediaTime::zero(), m_duration - length);
    if (from == m_scene.scale.from && from + length == m_scene.scale.to)
        return;
    m_scene.scale.from = from;
    m_scene.scale.to = from + length;
    redraw();
    if (m_pointing != Pointing::Nothing)
        refreshPopup();
}

// Turned like a page when the playhead leaves it, or jumps. Who looks at another part is left alone.
void Timeline::keepHeadInView(MediaTime last)
{
    const TimeScale &scale = m_scene.scale;
    const MediaTime length = scale.to - scale.from;
    const auto isShown = [&](MediaTime time) { return scale.from <= time && time <= scale.to; };
    const bool jumps = m_position < last || m_position - last > jump;
    if (length >= m_duration || m_pointing == Pointing::Pointer || isShown(m_position) || !(isShown(last) || jumps))
        return;
    showPart(m_position - length / 10, m_position - length / 10 + length);
}

bool Timeline::event(QEvent *event)
{
    // Left, Right and the like are ours before any shortcut has them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        constexpr std::array ours{Qt::Key_Left,   Qt::Key_Right,    Qt::Key_Up,   Qt::Key_Down,
                                  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End,
                                  Qt::Key_Space,  Qt::Key_Return,   Qt::Key_Enter};
        const bool isPlain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (isPlain && std::ranges::find(ours, Qt::Key(key.key())) != ours.end()) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (m_scrub) {
        if (event->key() == Qt::Key_Escape)
            giveUpScrub();
        return;
    }
    if (!isPlain || !(handleMoveKey(*event) || handlePlaceKey(*event)))
        QWidget::keyPressEvent(event);
}

bool Timeline::handleMoveKey(const QKeyEvent &event)
{
    if (!canSeek())
        return false;
    const MediaTime little = event.modifiers().testFlag(Qt::ShiftModifier) ? smallStep : step;
    MediaTime target = position();
    switch (event.key()) {
    case Qt::Key_Left: target -= little; break;
    case Qt::Key_Right: target += little; break;
    case Qt::Key_PageDown: target -= page; break;
    case Qt::Key_PageUp: target += page; break;
    case Qt::Key_Home: target = MediaTime::zero(); break;
    case Qt::Key_End: target = m_duration; break;
    default: return false;
    }
    point(Pointing::Playhead);
    seekTo(target);
    refreshPopup();
    return true;
}

bool Timeline::handlePlaceKey(const QKeyEvent &event)
{
    const double head = m_scene.scale.xOf(position());
    switch (event.key()) {
    case Qt::Key_Down: visit(1); return true;
    case Qt::Key_Up: visit(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointing == Pointing::Place)
            leavePlace();
        else if (m_session && (m_sound == Sound::None || m_sound == Sound::Unplayable))
            Q_EMIT audioRequested();
        return true;
    case Qt::Key_Escape:
        if (m_pointing != Pointing::Place)
            return false;
        point(Pointing::Playhead);
        return true;
    case Qt::Key_Space: Q_EMIT playPauseRequested(); return true;
    case Qt::Key_Plus: zoom(zoomStep * zoomStep, head); return true;
    case Qt::Key_Minus: zoom(1 / (zoomStep * zoomStep), head); return true;
    case Qt::Key_0: showPart({}, m_duration); return true;
    default: return false;
    }
}

void Timeline::leavePlace()
{
    const MediaTime start = m_places[*m_visited].start;
    point(Pointing::Playhead);
    seekTo(start);
    refreshPopup();
}

// From the place that is visited, or else from the playhead.
void Timeline::visit(int direction)
{
    if (!canSeek() || m_places.empty())
        return;
    std::optional<size_t> next;
    if (m_visited) {
        const auto wanted = qsizetype(*m_visited) + direction;
        if (wanted >= 0 && wanted < qsizetype(m_places.size()))
            next = size_t(wanted);
    } else if (direction > 0) {
        const auto later = std::ranges::upper_bound(m_places, position(), {}, &Place::start);
        if (later != m_places.end())
            next = size_t(later - m_places.begin());
    } else {
        const auto from = std::ranges::lower_bound(m_places, position(), {}, &Place::start);
        if (from != m_places.begin())
            next = size_t(from - m_places.begin()) - 1;
    }
    if (!next)
        return;
    m_visited = next;
    const TimeScale &scale = m_scene.scale;
    const MediaTime start = m_places[*next].start;
    if (start < scale.from || start > scale.to)
        showPart(start - (scale.to - scale.from) / 2, start + (scale.to - scale.from) / 2);
    point(Pointing::Place);
    tellValue();
}

} // namespace earmark::ui
