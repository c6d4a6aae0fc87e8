// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/heldfile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace earmark::audio {

using namespace Qt::StringLiterals;

std::shared_ptr<const HeldFile> HeldFile::hold(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    return std::shared_ptr<const HeldFile>(new HeldFile(path, descriptor));
}

HeldFile::~HeldFile()
{
    ::close(m_descriptor);
}

QString HeldFile::readablePath() const
{
    struct stat held = {};
    struct stat there = {};
    const bool isItself = ::stat(QFile::encodeName(m_path).constData(), &there) == 0
        && ::fstat(m_descriptor, &held) == 0 && there.st_dev == held.st_dev && there.st_ino == held.st_ino;
    return isItself ? m_path : u"/proc/self/fd/%1"_s.arg(m_descriptor);
}

bool HeldFile::isAnythingThere() const
{
    struct stat there = {};
    return ::stat(QFile::encodeName(m_path).constData(), &there) == 0;
}

} // namespace earmark::audio
