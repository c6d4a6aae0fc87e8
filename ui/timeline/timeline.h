// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "notes/marknames.h"
#include "ui/timeline/timelinepicture.h"
#include "ui/timeline/timelinepopup.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace earmark::ui {

// The whole episode as a strip: its sound, chapters, cues, highlights, what is not in the text, where times are
// estimated, a stretch that repeats, and the playhead. Pointing at it, or going through it by keys, shows the time and
// the words; clicking, dragging, the wheel and keys move the playhead. What the picture shows is drawn once; while it
// plays only the playhead's surroundings are painted.
//
// Keys: Left and Right 5 s (Shift 1 s), Page Up and Page Down 30 s, Home and End; Down and Up visit the
// next and previous place without moving the playhead, Enter goes there, Esc leaves it; Space plays; + and
// - zoom, 0 shows the whole again, as the wheel does with Ctrl.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    enum class Sound {
        None,       // the episode has none
        Unplayable, // it cannot be read
        Loading,
        Ready,
    };
    enum class Size { Normal, Low };

    explicit Timeline(QWidget *parent = nullptr);
    ~Timeline() override;

    // nullptr: none is open. The session must outlive its being set. Peaks and chapters go.
    void setSession(const library::EpisodeSession *session);
    // How much of the words has been matched to the sound while that goes on, 0 to 1; nullopt: it does not.
    void setMatched(std::optional<double> done);
    // Of the session's audio; null: not known.
    void setPeaks(std::shared_ptr<const audio::Peaks> peaks);
    // While they are measured, 0 to 1; nullopt: they are not.
    void setPeaksProgress(std::optional<double> done);
    void setChapters(std::vector<audio::Chapter> chapters);
    // As the reader calls them.
    void setMarkNames(const notes::MarkNames &names) { m_markNames = names; }
    void setLoop(std::optional<MediaSpan> loop);
    void setSound(Sound sound);
    void setDuration(MediaTime duration);
    // Where the playhead is; called often while playing. Not followed while it is dragged.
    void setPosition(MediaTime position);
    // Low where the window is.
    void setSizeKind(Size size);

    [[nodiscard]] MediaTime position() const { return m_scrub.value_or(m_position); }
    [[nodiscard]] MediaTime duration() const { return m_duration; }
    [[nodiscard]] bool isScrubbing() const { return m_scrub.has_value(); }
    [[nodiscard]] const TimeScale &scale() const { return m_scene.scale; }
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }
    [[nodiscard]] const Place *visitedPlace() const;
    // The popup where it is shown; nullptr: nothing is pointed at.
    [[nodiscard]] const TimelinePopup *popup() const;
    // What a screen reader says of the playhead or of the visited place.
    [[nodiscard]] QString valueText() const;
    // As if asked for by keys.
    void seekTo(MediaTime time);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(earmark::MediaTime time);
    // The playhead is being dragged over this; seekRequested follows.
    void scrubbed(earmark::MediaTime time);
    void playPauseRequested();
    void audioRequested();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    // Whose time the popup shows.
    enum class Pointing { Nothing, Pointer, Playhead, Place };

    [[nodiscard]] double unit() const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] bool canSeek() const { return m_sound == Sound::Ready && m_duration > MediaTime::zero(); }
    void readPlaces();
    void redraw();
    void layOut();
    void drawPictures();
    void paintOverlays(QPainter &painter) const;
    void paintMatched(QPainter &painter) const;
    void paintRemark(QPainter &painter) const;
    void paintZoom(QPainter &painter) const;
    [[nodiscard]] QString remark() const;
    [[nodiscard]] int headX() const;
    void updateHead(int before);
    void showPart(MediaTime from, MediaTime to);
    void zoom(double factor, double x);
    void keepHeadInView(MediaTime last);
    void giveUpScrub();
    void visit(int direction);
    void leavePlace();
    void point(Pointing pointing);
    void refreshPopup();
    [[nodiscard]] MediaTime pointedTime() const;
    [[nodiscard]] TimelinePopup::Content contentAt(MediaTime time) const;
    [[nodiscard]] QString titleAt(MediaTime time) const;
    [[nodiscard]] QString nameOf(const Place &place) const;
    [[nodiscard]] MediaTime targetOf(QPointF click) const;
    [[nodiscard]] MediaTime reach() const;
    bool handleMoveKey(const QKeyEvent &event);
    bool handlePlaceKey(const QKeyEvent &event);
    void tellValue();

    const library::EpisodeSession *m_session = nullptr;
    std::shared_ptr<const audio::Peaks> m_peaks;
    std::optional<double> m_peaksDone;
    std::optional<double> m_matched;
    std::vector<audio::Chapter> m_chapters;
    notes::MarkNames m_markNames;
    std::vector<Place> m_places;       // all of them, by their start
    std::vector<MediaSpan> m_silences; // of a second and more
    Sound m_sound = Sound::None;
    Size m_sizeKind = Size::Normal;
    MediaTime m_duration{};
    MediaTime m_position{};
    std::optional<MediaTime> m_scrub; // the playhead, while it is dragged
    QPointF m_pressed;
    bool m_isPressed = false;
    bool m_isDragged = false;
    double m_wheel = 0; // turned so far, in notches
    Pointing m_pointing = Pointing::Nothing;
    QPointF m_pointer;
    std::optional<size_t> m_visited; // in m_places
    QPointer<TimelinePopup> m_popup; // the window's

    TimelineScene m_scene;
    QPixmap m_heard;
    QPixmap m_rest;
    bool m_isStale = true; // the pictures
};

} // namespace earmark::ui
