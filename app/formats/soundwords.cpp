// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/soundwords.h"

#include <QSet>
#include <QStringList>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace

bool isSoundWord(const QString &word)
{
    static const QSet<QString> words{
        u"applause"_s, u"applauding"_s, u"audience"_s,       u"beep"_s,     u"bell"_s,      u"breathing"_s,
        u"chatter"_s,  u"cheering"_s,   u"cheers"_s,         u"chuckle"_s,  u"chuckles"_s,  u"chuckling"_s,
        u"clapping"_s, u"cough"_s,      u"coughs"_s,         u"coughing"_s, u"crosstalk"_s, u"cries"_s,
        u"crying"_s,   u"exhales"_s,    u"gasps"_s,          u"giggles"_s,  u"inaudible"_s, u"indistinct"_s,
        u"inhales"_s,  u"laugh"_s,      u"laughing"_s,       u"laughs"_s,   u"laughter"_s,  u"music"_s,
        u"noise"_s,    u"pause"_s,      u"pauses"_s,         u"scoffs"_s,   u"sigh"_s,      u"sighs"_s,
        u"silence"_s,  u"singing"_s,    u"sings"_s,          u"sniffles"_s, u"snorts"_s,    u"sobbing"_s,
        u"sobs"_s,     u"static"_s,     u"unintelligible"_s, u"whispers"_s, u"whistles"_s,  u"yawns"_s};
    return words.contains(word);
}

bool isBracketWord(const QString &word)
{
    static const QSet<QString> words =
        setOf(u"ad ads advert advertisement alkış aplausos applaudissements applaus applausi applåder audio "
              u"barking barks beeping beifall bells bifald blank bleep bleeping break breath breaths bruit "
              u"buzzes buzzing censored cisza clears clip clips commercial door doorbell end expletive "
              u"explosion footsteps foreign gelach gelächter geräusch groaning groans grunting grunts gunshot "
              u"gunshots gülüşmeler hiccups honking horn humming hums indiscernible intro jingle knocking "
              u"knocks lachen lacht language latter mumbles mumbling musica musiikki musik musique muziek "
              u"muzyka música müzik naurua noises oklaski outro overlap overlapping panting phone rain "
              u"recording redacted ringing rings rire rires risas risate risos ruido ruído scream screaming "
              u"screams shouting shouts sic silence silencio silent silenzio silêncio siren sirens skratt "
              u"sneezes sound sounds speaking speaks sponsor sponsors start stille tape taputuksia theme throat "
              u"thunder transcript translated translation typing video wind yelling śmiech аплодисменты музика "
              u"музыка оплески смех сміх тишина"_s);
    return words.contains(word) || isSoundWord(word);
}

} // namespace earmark::formats
