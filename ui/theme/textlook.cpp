// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textlook.h"

#include <QMetaEnum>
#include <QSettings>

#include <algorithm>

namespace earmark::ui {

namespace {

// Names, so that a settings file can be read and outlasts another order.
template <class Choice>
Choice chosen(const QSettings &settings, const char *key, Choice otherwise)
{
    bool known = false;
    const QByteArray name = settings.value(QLatin1StringView(key)).toByteArray();
    const int value = QMetaEnum::fromType<Choice>().keyToValue(name.constData(), &known);
    return known && !name.isEmpty() ? Choice(value) : otherwise;
}

template <class Choice>
QString nameOf(Choice choice)
{
    return QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(int(choice)));
}

} // namespace

TextLook readLook(const QSettings &settings)
{
    TextLook look;
    look.paper = chosen(settings, "look/paper", look.paper);
    look.letters = chosen(settings, "look/letters", look.letters);
    const double lines = settings.value("look/lineHeight").toDouble();
    if (lines >= 1.2 && lines <= 2.5)
        look.lineHeight = lines;
    const int measure = settings.value("look/measure").toInt();
    if (measure >= 45 && measure <= 90)
        look.measure = measure;
    look.times = settings.value("look/times", look.times).toBool();
    look.cues = settings.value("look/cues", look.cues).toBool();
    look.litSentences = settings.value("look/litSentences", look.litSentences).toBool();
    look.raw = settings.value("look/raw", look.raw).toBool();
    look.corrections = settings.value("look/corrections", look.corrections).toBool();
    return look;
}

void writeLook(const TextLook &look, QSettings &settings)
{
    settings.setValue("look/paper", nameOf(look.paper));
    settings.setValue("look/letters", nameOf(look.letters));
    settings.setValue("look/lineHeight", look.lineHeight);
    settings.setValue("look/measure", look.measure);
    settings.setValue("look/times", look.times);
    settings.setValue("look/cues", look.cues);
    settings.setValue("look/litSentences", look.litSentences);
    settings.setValue("look/raw", look.raw);
    settings.setValue("look/corrections", look.corrections);
}

} // namespace earmark::ui
