// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/container.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <mutex>

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

// libav gives two MPEG frames in a row 5 and a single one, as any noise has it, 1.
constexpr int lowestScore = 5;

// Formats that are nothing but a list of other files or addresses.
bool isList(const AVInputFormat &kind)
{
    static const QByteArrayList lists{"concat", "dash", "hls", "imf", "rtp", "rtsp", "sap", "sdp", "tedcaptions"};
    return lists.contains(QByteArray(kind.name).split(',').first());
}

// Films in pieces and the like name other files: all are refused.
int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM);
}

ErrorCode codeOf(int libavCode, ErrorCode otherwise)
{
    switch (libavCode) {
    case AVERROR(ENOENT): return ErrorCode::FileNotFound;
    case AVERROR(EACCES):
    case AVERROR(EPERM):
    case AVERROR(EIO):
    case AVERROR(EISDIR): return ErrorCode::FileUnreadable;
    default: return otherwise;
    }
}

Result<void> checkFile(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return failure(ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable, path, u"not a regular file"_s);
    if (info.size() == 0)
        return failure(ErrorCode::FileEmpty, path);
    return {};
}

int isCancelled(void *token)
{
    return static_cast<const CancelToken *>(token)->isCancelled() ? 1 : 0;
}

Result<Libav<AVIOContext>> openFile(const QString &path, CancelToken &cancel)
{
    const AVIOInterruptCB interrupt{isCancelled, &cancel};
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVIOContext *io = nullptr;
    const QByteArray name = "file:" + QFile::encodeName(path);
    const int opened = avio_open2(&io, name.constData(), AVIO_FLAG_READ, &interrupt, &options);
    av_dict_free(&options);
    if (opened < 0)
        return failure(codeOf(opened, ErrorCode::FileUnreadable), path, libavError(opened));
    return Libav<AVIOContext>(io);
}

Result<void> openFormat(Container &container, const QString &path)
{
    const AVInputFormat *kind = nullptr;
    const int score = av_probe_input_buffer2(container.io.get(), &kind, "", nullptr, 0, 0);
    if (score < lowestScore || !kind)
        return failure(codeOf(score, ErrorCode::NotAudio), path,
                       score < 0 ? libavError(score) : u"no known container"_s);
    if (isList(*kind))
        return failure(ErrorCode::NotAudio, path, u"a list of other files"_s);

    AVFormatContext *format = avformat_alloc_context();
    if (!format)
        return failure(ErrorCode::Internal, path, u"out of memory"_s);
    format->pb = container.io.get();
    format->io_open = refuseToOpen;
    format->interrupt_callback = {isCancelled, &container.cancel};
    AVDictionary *options = nullptr;
    // For what the demuxer opens by itself, past io_open. There is no protocol of this name.
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    // Frees the context when it fails.
    const int openedFormat = avformat_open_input(&format, "", kind, &options);
    av_dict_free(&options);
    if (openedFormat < 0) {
        const bool certain = score > AVPROBE_SCORE_EXTENSION;
        return failure(certain ? ErrorCode::AudioUnusable : ErrorCode::NotAudio, path, libavError(openedFormat));
    }
    container.format.reset(format);
    return {};
}

// What a file without an audio stream is: a film without sound has a length, a picture or a text
// that some demuxer took for its own has none worth the name.
ErrorCode codeWithoutAudio(const AVFormatContext &format)
{
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream &stream = *format.streams[i];
        const bool moving = stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO
            && !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC) && stream.codecpar->codec_id != AV_CODEC_ID_ANSI;
        if (moving && format.duration > 0)
            return ErrorCode::AudioWithoutSound;
    }
    return ErrorCode::NotAudio;
}

Result<void> chooseStream(Container &container, const QString &path)
{
    AVFormatContext *format = container.format.get();
    const int index = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, &container.codec, 0);
    if (index == AVERROR_DECODER_NOT_FOUND)
        return failure(ErrorCode::NotAudio, path, u"no decoder for its codec"_s);
    if (index < 0)
        return failure(codeWithoutAudio(*format), path,
                       u"no audio stream in %1"_s.arg(QString::fromUtf8(format->iformat->name)));
    for (unsigned i = 0; i < format->nb_streams; ++i)
        format->streams[i]->discard = int(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    container.stream = format->streams[index];
    const AVCodecParameters &parameters = *container.stream->codecpar;
    if (parameters.sample_rate <= 0 || parameters.ch_layout.nb_channels <= 0)
        return failure(ErrorCode::AudioUnusable, path, u"no sample rate or no channels"_s);
    return {};
}

// A RIFF file begins with its own size; libav makes nothing of it. 0 where the size is a stand-in,
// as programs write it that do not know the length beforehand.
MediaTime missingFromWave(const QString &path, const Container &container)
{
    constexpr quint32 standIns = 0x7fff0000; // and above
    const qint64 bytesPerSecond = container.stream->codecpar->bit_rate / 8;
    QFile file(path);
    if (qstrcmp(container.format->iformat->name, "wav") != 0 || bytesPerSecond <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.read(8);
    if (header.size() < 8 || !header.startsWith("RIFF"))
        return {};
    const auto size = qFromLittleEndian<quint32>(header.constData() + 4);
    const qint64 missing = qint64(size) + 8 - file.size();
    return size < standIns && missing > 0 ? MediaTime(missing * 1000 / bytesPerSecond) : MediaTime(0);
}

Result<void> open(Container &container, const QString &path)
{
    Result<Libav<AVIOContext>> io = openFile(path, container.cancel);
    if (!io)
        return tl::unexpected(io.error());
    container.io = std::move(*io);
    if (Result<void> recognised = openFormat(container, path); !recognised)
        return recognised;
    const int found = avformat_find_stream_info(container.format.get(), nullptr);
    if (found < 0)
        return failure(codeOf(found, ErrorCode::AudioUnusable), path, libavError(found));
    if (Result<void> chosen = chooseStream(container, path); !chosen)
        return chosen;
    container.missing = missingFromWave(path, container);
    return {};
}

} // namespace

MediaTime Container::statedDuration() const
{
    if (stream->duration != AV_NOPTS_VALUE && stream->duration > 0)
        return MediaTime(av_rescale_q(stream->duration, stream->time_base, {1, 1000}));
    return format->duration > 0 ? MediaTime(av_rescale(format->duration, 1000, AV_TIME_BASE)) : MediaTime(0);
}

bool Container::isDurationGuessed() const
{
    return statedDuration() <= MediaTime(0) || format->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
}

Result<std::unique_ptr<Container>> openContainer(const QString &path, const CancelToken &cancel)
{
    static std::once_flag silenced;
    // libav's own words go to stderr, which belongs to the terminal commands.
    std::call_once(silenced, [] { av_log_set_level(AV_LOG_QUIET); });

    if (Result<void> checked = checkFile(path); !checked)
        return tl::unexpected(checked.error());
    auto container = std::make_unique<Container>();
    container->cancel = cancel;
    Result<void> opened = open(*container, path);
    // What libav makes of an interruption is no word about the file.
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, path);
    if (!opened)
        return tl::unexpected(opened.error());
    return container;
}

} // namespace earmark::audio
