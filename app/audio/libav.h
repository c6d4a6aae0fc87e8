// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/mathematics.h>
#include <libswresample/swresample.h>
}

// Owners of what libav allocates, and its error texts. Written for FFmpeg 5.1 to 7.1.
namespace earmark::audio {

struct LibavDeleter {
    void operator()(AVIOContext *io) const { avio_closep(&io); }
    void operator()(AVFormatContext *format) const { avformat_close_input(&format); }
    void operator()(AVCodecContext *codec) const { avcodec_free_context(&codec); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(SwrContext *resampler) const { swr_free(&resampler); }
};

template <class T>
using Libav = std::unique_ptr<T, LibavDeleter>;

[[nodiscard]] QString libavError(int code);

} // namespace earmark::audio
