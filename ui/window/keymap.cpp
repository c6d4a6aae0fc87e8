// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keymap.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>
#include <optional>

// The resource sits in a static library, where the linker drops what nobody names. The macro must
// stand outside of every namespace.
static void nameResource()
{
    Q_INIT_RESOURCE(keymaps);
}

namespace earmark::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Keymap)
};

constexpr auto versionName = "earmark-keymap"_L1;

struct Shipped {
    QString name; // a proper name, never translated
    QString file;
};

const QList<Shipped> &shipped()
{
    static const QList<Shipped> all{{u"Earmark"_s, {}},
                                    {u"oTranscribe"_s, u":/earmark/keymaps/otranscribe.json"_s},
                                    {u"mpv"_s, u":/earmark/keymaps/mpv.json"_s},
                                    {u"YouTube"_s, u":/earmark/keymaps/youtube.json"_s}};
    return all;
}

const ActionSpec *specOf(const QString &id)
{
    const auto found = std::ranges::find_if(actionTable(), [&](const ActionSpec &s) { return actionKey(s.id) == id; });
    return found == actionTable().end() ? nullptr : &*found;
}

std::optional<QList<QKeySequence>> keysOf(const QJsonValue &value, QStringList *unknown)
{
    if (!value.isArray())
        return std::nullopt;
    QList<QKeySequence> keys;
    for (const auto &entry : value.toArray()) {
        const QKeySequence key = QKeySequence::fromString(entry.toString(), QKeySequence::PortableText);
        const bool isKnown = key.count() == 1 && key[0].key() != Qt::Key_unknown && key[0].key() != 0;
        if (isKnown && !keys.contains(key))
            keys.append(key);
        else if (!isKnown && unknown)
            unknown->append(entry.isString() ? entry.toString() : u"?"_s);
    }
    return keys;
}

} // namespace

QStringList keymapNames()
{
    QStringList names;
    for (const Shipped &keymap : shipped())
        names.append(keymap.name);
    return names;
}

Keymap keymapNamed(const QString &name)
{
    nameResource();
    const auto found = std::ranges::find_if(shipped(), [&](const Shipped &keymap) { return keymap.name == name; });
    if (found == shipped().end() || found->file.isEmpty())
        return {};
    QFile file(found->file);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    return readKeymap(file.readAll(), found->file).value_or(Keymap{});
}

std::vector<KeyConflict> conflicts(const Keymap &keymap)
{
    // Keys of the window work while the text has the focus, so that all share one space.
    std::map<QKeySequence, ActionId> taken;
    std::vector<KeyConflict> found;
    for (const ActionSpec &spec : actionTable()) {
        for (const QKeySequence &key : keysOf(spec, keymap).all()) {
            const auto [place, isFree] = taken.emplace(key, spec.id);
            if (!isFree && place->second != spec.id)
                found.push_back({key, place->second, spec.id});
        }
    }
    return found;
}

QString objection(const QKeySequence &key)
{
    if (key.count() != 1)
        return Text::tr("Press one key, alone or together with Ctrl, Alt or Shift.");
    const Qt::Key pressed = key[0].key();
    if (pressed == Qt::Key_Tab || pressed == Qt::Key_Backtab)
        return Text::tr("The Tab key goes from one part of the window to the next.");
    return {};
}

Keymap withKeys(Keymap keymap, const ActionSpec &spec, const QList<QKeySequence> &keys)
{
    if (keys == spec.keys + spec.anywhere)
        keymap.changed.erase(spec.id);
    else
        keymap.changed[spec.id] = keys;
    return keymap;
}

QByteArray writeKeymap(const Keymap &keymap)
{
    QJsonObject keys;
    for (const ActionSpec &spec : actionTable()) {
        const auto changed = keymap.changed.find(spec.id);
        if (changed == keymap.changed.end())
            continue;
        QJsonArray names;
        for (const QKeySequence &key : changed->second)
            names.append(key.toString(QKeySequence::PortableText));
        keys.insert(actionKey(spec.id), names);
    }
    return QJsonDocument(QJsonObject{{versionName, 1}, {u"keys"_s, keys}}).toJson();
}

Result<Keymap> readKeymap(const QByteArray &json, const QString &fileName, QStringList *unknown)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::NotAKeymap, fileName, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const QJsonValue keys = document.object().value("keys"_L1);
    if (document.object().value(versionName).toInt() != 1 || !keys.isObject())
        return failure(ErrorCode::NotAKeymap, fileName, u"no \"earmark-keymap\": 1 or no \"keys\""_s);
    Keymap keymap;
    const QJsonObject entries = keys.toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const ActionSpec *spec = specOf(entry.key());
        const std::optional<QList<QKeySequence>> wanted = keysOf(entry.value(), unknown);
        if (spec && wanted)
            keymap = withKeys(std::move(keymap), *spec, *wanted);
        else if (unknown)
            unknown->append(entry.key());
    }
    return keymap;
}

} // namespace earmark::ui
