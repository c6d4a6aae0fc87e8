// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "formats/linereader.h"
#include "formats/warning.h"

#include <QString>

#include <optional>
#include <vector>

namespace earmark::formats {

// One cue as the WebVTT file parser gives it, its text still raw: the lines from `textBegin` to
// `textEnd` in the source.
struct WebVttCue {
    QString id;
    std::optional<MediaTime> start; // nullopt, with a warning: the file's are no times
    std::optional<MediaTime> end;
    qint32 textBegin = 0;
    qint32 textEnd = 0;
    int line = 0; // of the times
};

// W3C WebVTT, 6.1 "WebVTT file parsing". Settings, regions and style sheets are recognised and
// dropped. `text` must start with the signature, else there are no cues. NULs have to be U+FFFD
// already, as the specification's first step says. A cue whose times are faulty is none to the
// specification; readers want its words: Reading::Lenient reads times as SubRip has them, keeps words
// without a time where there is none, and takes an arrow within text for text.
class WebVttFile
{
public:
    enum class Reading { Strict, Lenient };
    WebVttFile(QStringView text, Reading reading) : m_text(text), m_lines(text), m_reading(reading) {}

    void parse();

    [[nodiscard]] const std::vector<WebVttCue> &cues() const { return m_cues; }
    [[nodiscard]] const std::vector<Warning> &warnings() const { return m_warnings; }
    [[nodiscard]] const QString &language() const { return m_language; } // "Language: en" in the header

private:
    void parseBlock(bool inHeader);
    [[nodiscard]] std::optional<WebVttCue> cueOf(const Line &times, QStringView id);
    void endBlock(bool inHeader, QStringView buffer, int line);

    QStringView m_text;
    LineReader m_lines;
    Reading m_reading;
    std::vector<WebVttCue> m_cues;
    std::vector<Warning> m_warnings;
    QString m_language;
};

// Whether `text` starts with "WEBVTT" and nothing glued to it.
[[nodiscard]] bool hasWebVttSignature(QStringView text);

// "00:00:01.000 --> 00:00:02.000 settings"; nullopt where the specification gives no cue.
struct CueTimes {
    MediaTime start{};
    MediaTime end{};
};
[[nodiscard]] std::optional<CueTimes> parseWebVttTimes(QStringView line);

// "00:00:01.000" and nothing else.
[[nodiscard]] std::optional<MediaTime> parseWebVttTimestamp(QStringView text);

} // namespace earmark::formats
