// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/presets.h"

#include "base/textfile.h"

#include <QFile>
#include <QFileInfo>

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestTemplate = 1 << 20; // bytes
}

QStringList presetNames()
{
    return {u"plain"_s, u"obsidian"_s, u"snipd"_s, u"readwise"_s, u"podnotes"_s, u"text"_s};
}

Result<QString> presetText(const QString &name)
{
    if (!presetNames().contains(name))
        return failure(ErrorCode::TemplateUnknown, name);
    QFile file(u":/earmark/templates/%1.mustache"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, name, u"the template is not in the program"_s);
    return QString::fromUtf8(file.readAll());
}

Result<QString> templateText(const QString &nameOrFile)
{
    if (presetNames().contains(nameOrFile))
        return presetText(nameOrFile);
    if (!QFileInfo::exists(nameOrFile))
        return failure(ErrorCode::TemplateUnknown, nameOrFile);
    return readFile(nameOrFile, largestTemplate).and_then([&](const QByteArray &bytes) {
        return decodeText(bytes, nameOrFile);
    });
}

} // namespace earmark::exports
