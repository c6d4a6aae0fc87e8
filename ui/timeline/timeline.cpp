// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline.h"

#include "ui/timeline/timelineaccessible.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace earmark::ui {

using namespace std::chrono_literals;
using library::EpisodeSession;

namespace {

constexpr double textHeight = 17; // of the usual font at 96 dpi: what a unit is measured by
constexpr int inset = 6;          // beside the picture, in units: the playhead is seen at both ends
constexpr MediaTime shortestSilence = 1s;

} // namespace

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("Left and Right move the playhead by 5 seconds, Page Up and Page Down by 30. Down and Up "
           "visit chapters, highlights, cues and what is not in the text, and Enter goes there."));
    installTimelineAccessibility();
}

Timeline::~Timeline()
{
    delete m_popup;
}

void Timeline::setSession(const EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_peaks.reset();
    m_peaksDone.reset();
    m_silences.clear();
    m_chapters.clear();
    m_scene.loop.reset();
    giveUpScrub();
    m_isPressed = false;
    if (session) {
        connect(session, &EpisodeSession::highlightAdded, this, &Timeline::readPlaces);
        connect(session, &EpisodeSession::highlightRemoved, this, &Timeline::readPlaces);
        connect(session, &EpisodeSession::highlightChanged, this, &Timeline::readPlaces);
        connect(session, &EpisodeSession::timingsChanged, this, &Timeline::readPlaces);
        connect(session, &EpisodeSession::notInTextChanged, this, &Timeline::readPlaces);
        setDuration(session->episode().duration);
    } else {
        setDuration({});
    }
    setFocusPolicy(session ? Qt::TabFocus : Qt::NoFocus); // whoever clicks goes on reading with the text's keys
    updateGeometry();
    readPlaces();
}

void Timeline::setPeaks(std::shared_ptr<const audio::Peaks> peaks)
{
    m_peaks = std::move(peaks);
    m_peaksDone.reset();
    m_silences = m_peaks ? audio::silences(*m_peaks, shortestSilence) : std::vector<MediaSpan>();
    readPlaces();
}

void Timeline::setPeaksProgress(std::optional<double> done)
{
    m_peaksDone = done;
    update();
}

void Timeline::setMatched(std::optional<double> done)
{
    if (m_matched == done)
        return;
    m_matched = done;
    update(0, 0, width(), int(std::ceil(m_scene.bands.exactness.bottom())));
}

void Timeline::setChapters(std::vector<audio::Chapter> chapters)
{
    m_chapters = std::move(chapters);
    std::ranges::stable_sort(m_chapters, {}, &audio::Chapter::start);
    updateGeometry();
    readPlaces();
}

void Timeline::setLoop(std::optional<MediaSpan> loop)
{
    if (m_scene.loop == loop)
        return;
    m_scene.loop = loop;
    redraw();
}

void Timeline::setSound(Sound sound)
{
    if (m_sound == sound)
        return;
    m_sound = sound;
    if (!canSeek())
        giveUpScrub();
    update();
}

void Timeline::setDuration(MediaTime duration)
{
    if (m_duration == duration)
        return;
    m_duration = duration;
    m_scene.scale.from = {};
    m_scene.scale.to = duration;
    redraw();
}

void Timeline::setPosition(MediaTime position)
{
    const int before = headX();
    const MediaTime last = std::exchange(m_position, position);
    if (m_scrub)
        return;
    keepHeadInView(last);
    updateHead(before);
    if (m_pointing != Pointing::Playhead || !m_session)
        return;
    // The words under a moving playhead change a few times a second; nothing else of the popup matters more.
    const Spoken spoken = spokenAt(m_session->reading(), m_session->timings(), position);
    if (m_popup && m_popup->content().spoken != spoken)
        refreshPopup();
}

void Timeline::setSizeKind(Size size)
{
    if (m_sizeKind == size)
        return;
    m_sizeKind = size;
    updateGeometry();
    redraw();
}

void Timeline::readPlaces()
{
    m_visited.reset();
    m_places = chapterPlaces(m_chapters);
    const auto add = [this](std::vector<Place> more) {
        m_places.insert(m_places.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    m_scene.estimated = m_session ? estimatedStretches(m_session->timings()) : std::vector<MediaSpan>();
    if (m_session) {
        add(highlightPlaces(m_session->highlights(), m_session->timings()));
        add(cuePlaces(m_session->transcript(), m_session->timings()));
        add(placesMarkedOut(m_session->notInText()));
        if (m_peaks)
            add(placesNotInText(m_session->timings(), *m_peaks, m_session->notInText()));
    }
    std::ranges::stable_sort(m_places, {}, &Place::start);
    if (m_pointing == Pointing::Place)
        point(Pointing::Nothing);
    redraw();
}

const Place *Timeline::visitedPlace() const
{
    return m_visited ? &m_places[*m_visited] : nullptr;
}

double Timeline::unit() const
{
    return std::max(1.0, fontMetrics().height() / textHeight);
}

QFont Timeline::titleFont() const
{
    QFont small = font();
    constexpr double smaller = 0.85;
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * smaller);
    else
        small.setPixelSize(int(small.pixelSize() * smaller));
    return small;
}

QSize Timeline::sizeHint() const
{
    const bool isLow = m_sizeKind == Size::Low;
    const int titles = isLow || m_chapters.empty() ? 0 : QFontMetrics(titleFont()).height();
    return {int(400 * unit()), int((isLow ? 24 : 48) * unit()) + titles};
}

QSize Timeline::minimumSizeHint() const
{
    return {int(120 * unit()), sizeHint().height()};
}

void Timeline::redraw()
{
    m_isStale = true;
    update();
}

void Timeline::layOut()
{
    const bool hasTitles = m_sizeKind == Size::Normal && !m_chapters.empty();
    m_scene.unit = unit();
    m_scene.bands = bandsFor(size(), m_scene.unit, hasTitles ? QFontMetrics(titleFont()).height() : 0);
    m_scene.scale.left = std::round(inset * m_scene.unit);
    m_scene.scale.width = std::max(0.0, width() - 2 * m_scene.scale.left);
}

void Timeline::drawPictures()
{
    if (!m_isStale && m_scene.ratio == devicePixelRatioF())
        return;
    layOut();
    m_scene.ratio = devicePixelRatioF();
    m_scene.theme = themeFor(palette());
    m_scene.titleFont = titleFont();
    m_scene.peaks = m_peaks.get();
    m_scene.places = &m_places;
    m_heard = timelinePicture(m_scene, size(), Side::Heard);
    m_rest = timelinePicture(m_scene, size(), Side::Rest);
    m_isStale = false;
}

// The playhead's left edge, on the device's own pixels.
int Timeline::headX() const
{
    const TimeScale &scale = m_scene.scale;
    const double x = std::clamp(scale.xOf(position()), scale.left - 1, scale.right() + 1);
    return int(std::round(x * devicePixelRatioF()));
}

void Timeline::updateHead(int before)
{
    const int now = headX();
    if (now == before)
        return;
    const double ratio = devicePixelRatioF();
    const int around = int(std::ceil(5 * unit()));
    const int left = int(std::floor(std::min(now, before) / ratio)) - around;
    const int right = int(std::ceil(std::max(now, before) / ratio)) + around;
    update(left, 0, right - left, height());
}

void Timeline::paintEvent(QPaintEvent *event)
{
    if (!m_session) {
        QPainter(this).fillRect(event->rect(), palette().window()); // as if it were not there
        return;
    }
    drawPictures();
    const double ratio = m_scene.ratio;
    const QRect clip = event->rect();
    const int head = m_sound == Sound::Ready ? headX() : 0;
    QPainter painter(this);
    // Whole, within a clip: so nothing is scaled, whatever the device's ratio.
    const auto copy = [&](const QPixmap &picture, double left, double right) {
        if (right <= left)
            return;
        painter.setClipRect(QRectF(left, clip.top(), right - left, clip.height()));
        painter.drawPixmap(0, 0, picture);
    };
    const double middle = std::clamp(head / ratio, double(clip.left()), double(clip.left() + clip.width()));
    copy(m_heard, clip.left(), middle);
    copy(m_rest, middle, clip.left() + clip.width());
    painter.setClipRect(clip);
    paintOverlays(painter);
}

QString Timeline::remark() const
{
    if (!m_session)
        return tr("No episode is open.");
    if (m_sound == Sound::None)
        return tr("No audio. Click here or press Enter to choose it.");
    if (m_sound == Sound::Unplayable)
        return tr("The audio cannot be played. Click here or press Enter to choose it anew.");
    if (m_peaksDone)
        return tr("Measuring the sound… %1 %").arg(locale().toString(int(*m_peaksDone * 100)));
    return {};
}

void Timeline::resizeEvent(QResizeEvent *)
{
    layOut();
    redraw();
    if (m_pointing != Pointing::Nothing)
        refreshPopup();
}

void Timeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::EnabledChange:
        updateGeometry();
        redraw();
        break;
    default: break;
    }
}

} // namespace earmark::ui
