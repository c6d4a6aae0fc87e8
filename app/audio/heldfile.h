// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace earmark::audio {

// A file that is held open, so that it can be read from its beginning again when its name is gone: the system keeps
// what is held (unlink(2)). Immutable; any thread.
class HeldFile
{
public:
    // Null where nothing can be opened at `path`; what is no regular file is not waited for.
    [[nodiscard]] static std::shared_ptr<const HeldFile> hold(const QString &path);
    ~HeldFile();
    HeldFile(const HeldFile &) = delete;
    HeldFile &operator=(const HeldFile &) = delete;

    // By which this very file can be opened in this process: the path it was held by as long as that leads to it, else
    // the one that Linux has for what is open (proc(5), /proc/self/fd).
    [[nodiscard]] QString readablePath() const;
    // Whether anything is at the path it was held by, or the drive with it is gone, too.
    [[nodiscard]] bool isAnythingThere() const;

private:
    HeldFile(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}

    const QString m_path;
    const int m_descriptor;
};

} // namespace earmark::audio
