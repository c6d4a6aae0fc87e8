// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/punctuation.h"

#include <QResource>

namespace earmark::library {

Result<reading::PunctuationModel> loadPunctuation()
{
    const QResource resource(QStringLiteral(":/earmark/punctuation/english.model"));
    // In the program itself, for as long as it runs: no copy is needed.
    const auto *data = reinterpret_cast<const char *>(resource.data());
    const QByteArray bytes = resource.compressionAlgorithm() == QResource::NoCompression
        ? QByteArray::fromRawData(data, resource.size())
        : resource.uncompressedData();
    return reading::PunctuationModel::load(bytes);
}

} // namespace earmark::library
