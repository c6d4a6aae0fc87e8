// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/decoder.h"
#include "base/mediaspan.h"
#include "playback/samplequeue.h"
#include "playback/silenceskipper.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <optional>
#include <thread>

namespace earmark::playback {

// A thread that decodes the file from where it was last told to, stretches, and keeps the queue
// filled. All calls return at once; of several that come faster than they are done, the last counts.
class DecodeAhead
{
public:
    // Called from the decoding thread, with the epoch of the request concerned.
    struct Listener {
        // The file is open and its beginning decoded. Guessed: its length may be far from that.
        enum class Length { Known, Guessed };
        std::function<void(quint64 epoch, MediaTime duration, Length length)> loaded;
        // Before the queue is finished.
        std::function<void(quint64 epoch, const Error &error)> failed;
        // Decoding to the end has shown the true length.
        std::function<void(quint64 epoch, MediaTime duration)> measured;
        // Packets just decoded were damaged; silence stands in their place.
        std::function<void(quint64 epoch)> damaged = {};
        // The open file is not at its path any more, or something is there again. It is played on all the same.
        enum class Place { There, Gone };
        std::function<void(const QString &path, Place place)> placed = {};
    };

    DecodeAhead(SampleQueue &queue, Listener listener);
    // Waits for the 50 ms being decoded at most; a request being carried out is given up.
    ~DecodeAhead();
    DecodeAhead(const DecodeAhead &) = delete;
    DecodeAhead &operator=(const DecodeAhead &) = delete;

    // Goes on at its start whenever its end is reached from before.
    using Loop = MediaSpan; // at least shortestLoop long
    static constexpr MediaTime shortestLoop{50};
    enum class Silence { Heard, Shortened }; // see SilenceSkipper
    struct Manner {
        double speed = 1;
        std::optional<Loop> loop;
        Silence silence = Silence::Heard;
    };
    // What is known of a file from before, as long as it has that size.
    struct KnownFile {
        MediaTime length{};                                 // of one that does not state it
        qint64 bytes = 0;                                   // when its length was found; 0: that is not known
        std::shared_ptr<const audio::SeekIndex> index = {}; // may be null

        bool operator==(const KnownFile &) const = default;
    };
    struct Request {
        quint64 epoch = 0; // a new one; the queue must have been restarted with it
        QString path;      // another one than before, or known otherwise, opens that file; empty closes the file
        audio::SampleFormat format;
        MediaTime position{};
        Manner manner;
        KnownFile known = {};
    };
    void start(Request request);
    // Goes on in another manner from where the device is, within the present epoch.
    void setManner(Manner manner);
    // What was counted of the file with this path, as soon as that is known.
    void setCounted(const QString &path, const audio::CountedFile &counted);
    // The queue has become shorter.
    void wake();

private:
    void run();
    void carryOut(Request request);
    void changeManner(Manner manner);
    void takeCounted(const QString &path, const audio::CountedFile &counted);
    void stretch(std::span<const qint16> samples, std::vector<Block> &blocks);
    void finishStretch(std::vector<Block> &blocks);
    [[nodiscard]] Result<void> open(const Request &request, std::shared_ptr<const audio::HeldFile> held);
    [[nodiscard]] Result<void> checkSound();
    [[nodiscard]] bool isTimeToLook() const;
    void lookForFile();
    void tellPlace();
    [[nodiscard]] bool hasRoom() const;
    void produce();
    void beginStretch();
    // Decodes and stretches a stretch of the file; sets m_ended behind the last.
    [[nodiscard]] Result<std::vector<Block>> nextBlocks();
    [[nodiscard]] Result<void> readOn(std::vector<Block> &blocks);
    [[nodiscard]] bool endsLoop() const;
    void tellDamage();
    [[nodiscard]] Result<void> beginLap(std::vector<Block> &blocks);
    [[nodiscard]] qint64 framesOf(MediaTime time) const { return time.count() * m_current.format.sampleRate / 1000; }

    SampleQueue &m_queue;
    const Listener m_listener;

    std::mutex m_mutex; // of these
    std::condition_variable m_changed;
    std::optional<Request> m_request;
    std::optional<Manner> m_newManner;
    std::optional<std::pair<QString, audio::CountedFile>> m_counted;
    CancelToken m_cancel; // of the request being carried out
    bool m_quit = false;

    // Of the decoding thread.
    std::unique_ptr<audio::Decoder> m_decoder;
    std::unique_ptr<Stretcher> m_stretcher;
    std::unique_ptr<SilenceSkipper> m_skipper; // none: silence is heard
    Request m_current;
    CancelToken m_cancelled; // of m_current
    std::vector<qint16> m_samples;
    int m_lap = 0;
    int m_damaged = 0; // packets of the open file
    Listener::Place m_place = Listener::Place::There;
    std::chrono::steady_clock::time_point m_lookAt;
    bool m_ended = true;

    std::thread m_thread; // last: it uses everything above
};

} // namespace earmark::playback
