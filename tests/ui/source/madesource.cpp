// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/madesource.h"

using namespace Qt::StringLiterals;

namespace earmark::made {

std::vector<LongSource> longSources()
{
    constexpr int Captions = 12500;
    const QByteArray words = "two three four five six seven eight";
    const auto twoDigits = [](int number) { return QByteArray::number(100 + number).right(2); };
    QByteArray vtt = "WEBVTT\n\n";
    QByteArray json = "{\"segments\":[";
    for (int i = 0; i < Captions; ++i) {
        vtt += "0" + QByteArray::number(i / 3600) + ":" + twoDigits(i / 60 % 60) + ":" + twoDigits(i % 60)
            + ".000 --> 09:59:59.000\none" + QByteArray::number(i) + ' ' + words + "\n\n";
        json += QByteArray(i > 0 ? "," : "") + "{\"start\":" + QByteArray::number(i)
            + ",\"end\":" + QByteArray::number(i + 1) + ",\"text\":\"one " + words + "\"}";
    }
    return {{"captions", vtt, u"a.vtt"_s},
            {"one line", QByteArray("seven letters ").repeated(50000), u"a.txt"_s},
            {"JSON in one line", json + "]}", u"a.json"_s}};
}

} // namespace earmark::made
