// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/languages.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace earmark::speech {

namespace {

struct Preference {
    QStringView tag;
    QStringView espeak;
};

// Where espeak-ng names a language differently, or where its plain name is not the variety that most
// recordings are in (its "en" is British).
constexpr std::array preferences{
    Preference{u"en", u"en-us"},     Preference{u"en-ca", u"en-us"},    Preference{u"en-ph", u"en-us"},
    Preference{u"zh", u"cmn"},       Preference{u"zh-cn", u"cmn"},      Preference{u"zh-tw", u"cmn"},
    Preference{u"zh-hans", u"cmn"},  Preference{u"zh-hant", u"cmn"},    Preference{u"zh-hk", u"yue"},
    Preference{u"zh-yue", u"yue"},   Preference{u"zh-hant-hk", u"yue"}, Preference{u"es-mx", u"es-419"},
    Preference{u"es-ar", u"es-419"}, Preference{u"es-co", u"es-419"},   Preference{u"es-cl", u"es-419"},
    Preference{u"es-pe", u"es-419"}, Preference{u"es-ve", u"es-419"},   Preference{u"es-us", u"es-419"},
    Preference{u"fr", u"fr-fr"},     Preference{u"fr-ca", u"fr-fr"},    Preference{u"nn", u"nb"},
    Preference{u"no", u"nb"},        Preference{u"sh", u"hr"},          Preference{u"mo", u"ro"},
};

// The two-letter code of a three-letter or withdrawn one ("eng", "iw"); the tag itself otherwise.
QString currentCode(const QString &language)
{
    if (language == "cmn"_L1 || language == "yue"_L1)
        return language;
    const QLocale::Language known = QLocale::codeToLanguage(language);
    if (known == QLocale::AnyLanguage || known == QLocale::C)
        return language;
    return QLocale::languageToCode(known).toLower();
}

} // namespace

QStringList espeakLanguages(const QString &tag)
{
    QString normal = tag.trimmed().toLower();
    normal.replace(u'_', u'-');
    QStringList subtags = normal.split(u'-');
    if (subtags.first().size() < 2)
        return {};
    QStringList candidates;
    const auto add = [&](const QString &name) {
        const auto preferred =
            std::find_if(preferences.begin(), preferences.end(), [&](const Preference &p) { return p.tag == name; });
        if (preferred != preferences.end() && !candidates.contains(preferred->espeak))
            candidates.append(preferred->espeak.toString());
        if (!candidates.contains(name))
            candidates.append(name);
    };
    // RFC 4647, section 3.4 "Lookup": the range is cut from its end until something fits.
    const QString code = currentCode(subtags.first());
    while (!subtags.isEmpty()) {
        add(subtags.join(u'-'));
        subtags.first() = code;
        add(subtags.join(u'-'));
        subtags.removeLast();
    }
    return candidates;
}

} // namespace earmark::speech
