// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ten megabytes of each hostile file cost, in processor time and memory: to print their cues, and
// to make them an episode.
#include "formats/cuewriters.h"
#include "formats/formats.h"
#include "formats/hostilematerial.h"

#include <cstdio>
#include <ctime>
#include <string_view>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace earmark;

namespace {

constexpr qsizetype size = 10'000'000; // bytes

double seconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

// In a process of its own, so that its memory is its own.
void measure(const HostileFile &hostile)
{
    std::fflush(stdout);
    const pid_t child = fork();
    if (child > 0) {
        waitpid(child, nullptr, 0);
        return;
    }
    const QByteArray file = hostile.bytes(size);
    const double begin = seconds();
    if (const auto list = formats::readCues(file, QString()))
        (void)formats::writeCuesJson(*list, [](const formats::Warning &) { return QString(); });
    const double cues = seconds() - begin;
    (void)formats::parseTranscript(file, QString());
    const double transcript = seconds() - begin - cues;
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-46s cues %5.2f s  episode %5.2f s  memory %5.1f times the file\n", hostile.name, cues, transcript,
                double(usage.ru_maxrss) * 1024 / double(size));
    std::fflush(stdout);
    _exit(0);
}

} // namespace

// hostile_bench [PART]: only those whose names have this part.
int main(int argc, char *argv[])
{
    const std::string_view part = argc > 1 ? argv[1] : "";
    for (const HostileFile &hostile : hostileFiles()) {
        if (std::string_view(hostile.name).find(part) != std::string_view::npos)
            measure(hostile);
    }
    return 0;
}
