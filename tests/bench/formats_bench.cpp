// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a hundred megabytes of each family of formats costs, in processor time and memory, as
// `earmark convert IN --to cues-json` does it.
#include "formats/cuewriters.h"
#include "formats/formats.h"

#include <cstdio>
#include <ctime>
#include <functional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace earmark;

namespace {

constexpr qsizetype size = 100'000'000; // bytes

QByteArray clock(qint64 ms, char point)
{
    char text[32];
    std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld%c%03lld", ms / 3'600'000LL, ms / 60'000LL % 60,
                  ms / 1000LL % 60, point, ms % 1000LL);
    return text;
}

// Deterministic, and different from line to line as speech is.
QByteArray line(int number)
{
    static const QByteArrayList words{"the",    "and",  "we",      "of",     "so",    "about", "people", "podcast",
                                      "really", "know", "caption", "that's", "going", "where", "it",     "would"};
    QByteArray text;
    for (int i = 0; i < 7; ++i)
        text += (i > 0 ? " " : "") + words[(number * 7 + i * i * 3 + number / 5) % words.size()];
    return text;
}

QByteArray filled(const QByteArray &head, const std::function<QByteArray(int)> &piece, const QByteArray &tail = {})
{
    QByteArray file = head;
    file.reserve(size + 1000);
    for (int i = 0; file.size() < size; ++i)
        file += piece(i);
    return file + tail;
}

QByteArray captions(char point)
{
    return filled(point == '.' ? "WEBVTT\n\n" : "", [point](int i) {
        return QByteArray::number(i + 1) + '\n' + clock(i * 2500LL, point) + " --> " + clock(i * 2500LL + 2400, point)
            + '\n' + line(i) + '\n' + line(i + 1) + "\n\n";
    });
}

QByteArray whisper()
{
    return filled(
        "{\"segments\":[",
        [](int i) {
            QByteArray words;
            int number = 0;
            for (const QByteArray &word : line(i).split(' ')) {
                const QByteArray start = QByteArray::number(i * 3 + number * 0.3, 'f', 2);
                words += (number++ > 0 ? ", " : "") + ("{\"word\": \" " + word) + "\", \"start\": " + start
                    + ", \"end\": " + start + ", \"probability\": 0.92}";
            }
            return (i > 0 ? ", " : "") + ("{\"id\": " + QByteArray::number(i)) + ", \"start\": "
                + QByteArray::number(i * 3) + ", \"end\": " + QByteArray::number(i * 3 + 3) + ", \"text\": \" "
                + line(i) + "\", \"tokens\": [50364, 407, 321, 1841, 50456], \"words\": [" + words + "]}";
        },
        "]}");
}

QByteArray podcast()
{
    return filled(
        "{\"version\":\"1.0.0\",\"segments\":[",
        [](int i) {
            return (i > 0 ? ",\n" : "") + ("{\"speaker\":\"Anna\",\"startTime\":" + QByteArray::number(i))
                + ",\"endTime\":" + QByteArray::number(i + 1) + ",\"body\":\"" + line(i) + "\"}";
        },
        "]}");
}

QByteArray ttml()
{
    return filled(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>",
        [](int i) {
            return "<p begin=\"" + clock(i * 2500LL, '.') + "\" end=\"" + clock(i * 2500LL + 2400, '.') + "\">"
                + line(i) + "<br/>" + line(i + 1) + "</p>\n";
        },
        "</div></body></tt>");
}

QByteArray ass()
{
    return filled(
        "[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n",
        [](int i) {
            return "Dialogue: 0," + clock(i * 2500LL, '.').chopped(1) + ','
                + clock(i * 2500LL + 2400, '.').chopped(1) + ",Default,Anna,0,0,0,,{\\i1}" + line(i)
                + "{\\i0}\\N" + line(i + 1) + '\n';
        });
}

QByteArray text()
{
    return filled("", [](int i) { return "[" + clock(i * 5000LL, '.').first(8) + "] Anna: " + line(i) + ".\n"; });
}

// In a process of its own, so that its memory is its own.
void measure(const char *name, const std::function<QByteArray()> &make)
{
    std::fflush(stdout);
    const pid_t child = fork();
    if (child > 0) {
        waitpid(child, nullptr, 0);
        return;
    }
    QByteArray file = make();
    const auto bytes = double(file.size());
    const std::clock_t begin = std::clock();
    const auto list = formats::readCues(std::move(file), QString());
    const std::clock_t read = std::clock();
    const QByteArray json =
        list ? formats::writeCuesJson(*list, [](const formats::Warning &) { return QString(); }) : QByteArray();
    const std::clock_t written = std::clock();
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto rate = [bytes](std::clock_t time) { return bytes / 1e6 / (double(time) / CLOCKS_PER_SEC); };
    std::printf("%-14s %6.0f MB  read %5.0f MB/s  read and printed %5.0f MB/s  memory %4.1f times the file  %zu cues\n",
                name, bytes / 1e6, rate(read - begin), rate(written - begin), double(usage.ru_maxrss) * 1024 / bytes,
                list ? list->cues.size() : 0);
    std::fflush(stdout);
    _exit(0);
}

} // namespace

int main()
{
    measure("WebVTT", [] { return captions('.'); });
    measure("SubRip", [] { return captions(','); });
    measure("Whisper", whisper);
    measure("Podcast JSON", podcast);
    measure("TTML", ttml);
    measure("ASS", ass);
    measure("text", text);
    return 0;
}
