// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/yaml.h"

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {

// c-printable of YAML 1.1, without the line ends that would be folded.
bool isPrintable(char16_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x2028) || (c > 0x2029 && c < 0xfeff)
        || (c > 0xfeff && c < 0xfffe);
}

} // namespace

QString yamlString(QStringView text)
{
    QString quoted(u'"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            quoted += c;
            quoted += text.at(++i);
        } else if (c.isSurrogate()) {
            continue;
        } else if (c == u'"' || c == u'\\') {
            quoted += u'\\';
            quoted += c;
        } else if (c == u'\n') {
            quoted += "\\n"_L1;
        } else if (c == u'\t') {
            quoted += "\\t"_L1;
        } else if (isPrintable(c.unicode())) {
            quoted += c;
        } else {
            quoted += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        }
    }
    return quoted + u'"';
}

} // namespace earmark::exports
