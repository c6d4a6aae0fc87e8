// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Timeline that says what stands where, to eyes and to ears.
#include "ui/timeline/timeline.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using Kind = Place::Kind;

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

QString Timeline::nameOf(const Place &place) const
{
    switch (place.kind) {
    case Kind::Chapter:
    case Kind::Cue: return place.text;
    case Kind::NotInText: return tr("Not in the text");
    case Kind::MarkedOut: return tr("Marked as not in the text");
    case Kind::Highlight: return tr("Highlight, %1", "the mark’s name").arg(markName(place.mark, m_markNames));
    case Kind::Moment: return tr("Moment, %1", "the mark’s name").arg(markName(place.mark, m_markNames));
    }
    Q_UNREACHABLE();
}

QString Timeline::titleAt(MediaTime time) const
{
    QStringList titles;
    if (m_pointing == Pointing::Place) {
        titles.append(nameOf(m_places[*m_visited]));
    } else {
        for (const Kind kind : {Kind::Moment, Kind::Highlight, Kind::Cue, Kind::MarkedOut, Kind::NotInText}) {
            // What is as short as a moment is pointed at; what lasts begins and ends where it does.
            const MediaTime beside = kind == Kind::Moment && m_pointing == Pointing::Pointer ? reach() : MediaTime();
            if (const Place *place = placeAt(m_places, kind, time, beside))
                titles.append(nameOf(*place));
        }
        const auto inSilence = [time](const MediaSpan &silence) { return silence.contains(time); };
        if (titles.isEmpty() && std::ranges::any_of(m_silences, inSilence))
            titles.append(tr("Silence"));
    }
    // The chapter goes on until the next one, whatever its end says.
    const auto later = std::ranges::upper_bound(m_chapters, time, {}, &audio::Chapter::start);
    if (later != m_chapters.begin()) {
        const QString name = chapterName(m_chapters, size_t(later - m_chapters.begin()) - 1);
        if (!titles.contains(name))
            titles.prepend(name);
    }
    const auto isHere = [time](const MediaSpan &stretch) { return stretch.contains(time); };
    if (std::ranges::any_of(m_scene.estimated, isHere))
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

} // namespace earmark::ui
