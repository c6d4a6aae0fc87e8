// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/heldfile.h"
#include "audio/seekindex.h"
#include "base/error.h"
#include "base/mediatime.h"
#include "base/task.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace earmark::audio {

// What the samples come out as: signed 16 bit, interleaved.
struct SampleFormat {
    int sampleRate = 48000; // Hz, 8000 to 192000
    int channels = 2;       // 1 or 2

    bool operator==(const SampleFormat &) const = default;
};

// Decodes one file of any container and codec libav knows, from any place. Belongs to one thread at
// a time.
class Decoder
{
public:
    // What is done about a file that does not state its length: read it through, or take what its first bit
    // rate makes of its size until setDuration() tells better.
    enum class Length { Counted, Guessed };
    // `held`: what another decoder holds of this path, even if that leads nowhere any more, or elsewhere. Errors: as
    // audio::probe, Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<Decoder>> open(const QString &path, SampleFormat format,
                                                               const CancelToken &cancel = {},
                                                               Length length = Length::Counted,
                                                               std::shared_ptr<const HeldFile> held = {});
    ~Decoder();
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    [[nodiscard]] SampleFormat format() const;
    [[nodiscard]] const std::shared_ptr<const HeldFile> &file() const; // never null
    // As the container states it, or what decoding to the end has shown.
    [[nodiscard]] MediaTime duration() const;
    [[nodiscard]] bool isDurationGuessed() const;
    // Known from elsewhere; what decoding has shown stays.
    void setDuration(MediaTime duration);
    // Places for seek() to go to at once, found in this very file before; null where none are known, as long as
    // open() has not found some.
    void setSeekIndex(std::shared_ptr<const SeekIndex> index);
    [[nodiscard]] const std::shared_ptr<const SeekIndex> &seekIndex() const;

    // The next read() begins with the sample at `position`, exact to the sample where the container
    // allows to seek; clamped to the file. Decodes up to it where the file cannot be sought in.
    // Errors: AudioDamaged, FileUnreadable, Cancelled (only another seek can follow that).
    [[nodiscard]] Result<void> seek(MediaTime position, const CancelToken &cancel = {});

    // Fills `samples` (a whole number of frames) from the front and returns the frames written; fewer
    // than asked for only at the end of the file, then 0. Damaged packets are skipped, counted, and
    // silence stands in their place. Errors: AudioDamaged when nothing more can be read before the
    // file's stated end.
    [[nodiscard]] Result<qsizetype> read(std::span<qint16> samples);

    // Frames since the start of the file at which the next read() begins.
    [[nodiscard]] qint64 framePosition() const;
    [[nodiscard]] int damagedPackets() const;

private:
    struct Private;
    explicit Decoder(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// What the packets of a file tell that does not state its length: a tenth of a second for an hour of MP3. Of one
// that does, that, and no index. Errors: as audio::probe, Cancelled.
struct CountedFile {
    MediaTime duration{};
    std::shared_ptr<const SeekIndex> seekIndex; // may be null
};
[[nodiscard]] Result<CountedFile> countedFile(const QString &path, const CancelToken &cancel);

struct DecodeSummary {
    MediaTime duration{}; // what was really there
    int damagedPackets = 0;
    bool truncated = false; // ended well before the container said so
    MediaTime stated{};     // the length by the container
};

// Decodes the whole file in order as mono at `sampleRate` Hz and hands blocks of up to a second to
// `take`. Progress by position. Errors: as open and read, Cancelled.
[[nodiscard]] Result<DecodeSummary> decodeAll(const QString &path, int sampleRate,
                                              const std::function<void(std::span<const qint16>)> &take,
                                              const CancelToken &cancel, const Progress &progress = {});

} // namespace earmark::audio
