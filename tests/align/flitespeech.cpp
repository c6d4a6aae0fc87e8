// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/flitespeech.h"

#include <flite/flite.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;

// flite's voice libraries come without headers.
extern "C" {
cst_voice *register_cmu_us_slt(const char *);
cst_voice *register_cmu_us_rms(const char *);
cst_voice *register_cmu_us_awb(const char *);
}

namespace earmark::test {

namespace {

cst_voice *fliteVoice(FliteSpeech::Voice voice)
{
    [[maybe_unused]] static const int initialised = flite_init();
    static cst_voice *const slt = register_cmu_us_slt(nullptr);
    static cst_voice *const rms = register_cmu_us_rms(nullptr);
    static cst_voice *const awb = register_cmu_us_awb(nullptr);
    switch (voice) {
    case FliteSpeech::Voice::Slt: return slt;
    case FliteSpeech::Voice::Rms: return rms;
    case FliteSpeech::Voice::Awb: return awb;
    }
    return slt;
}

struct DeleteUtterance {
    void operator()(cst_utterance *utterance) const { delete_utterance(utterance); }
};

} // namespace

void FliteSpeech::speak(const QString &text, Voice voice)
{
    const std::unique_ptr<cst_utterance, DeleteUtterance> utterance(
        flite_synth_text(text.toUtf8().constData(), fliteVoice(voice)));
    const double begin = seconds();
    for (const cst_item *word = relation_head(utt_relation(utterance.get(), "Word")); word; word = item_next(word)) {
        const cst_item *first = path_to_item(word, "R:SylStructure.daughter1.daughter1.R:Segment");
        const cst_item *last = path_to_item(word, "R:SylStructure.daughtern.daughtern.R:Segment");
        if (!first || !last)
            continue;
        // "'s" is a word of its own to flite, but not to a reader.
        if (item_feat_string(word, "name")[0] == '\'' && !m_words.empty()) {
            m_words.back().end = begin + double(item_feat_float(last, "end"));
            continue;
        }
        const cst_item *before = item_prev(first);
        m_words.push_back({begin + (before ? double(item_feat_float(before, "end")) : 0.0),
                           begin + double(item_feat_float(last, "end"))});
    }
    const cst_wave *wave = utt_wave(utterance.get());
    m_samples.insert(m_samples.end(), wave->samples, wave->samples + wave->num_samples);
}

void FliteSpeech::music(double seconds)
{
    constexpr double notes[] = {220.0, 277.2, 329.6, 440.0, 329.6, 277.2};
    const int count = int(seconds * sampleRate);
    for (int i = 0; i < count; ++i) {
        const double t = double(i) / sampleRate;
        const double angle = 2 * std::numbers::pi * notes[size_t(t * 2.5) % 6] * t;
        const double tone = 0.4 * std::sin(angle) + 0.2 * std::sin(2 * angle) + 0.1 * std::sin(3 * angle);
        const double edge = std::min({4 * t, 4 * (seconds - t), 1.0});
        m_samples.push_back(qint16(9000 * edge * tone * (0.6 + 0.4 * std::exp(-4 * std::fmod(t, 0.4)))));
    }
}

void FliteSpeech::noise(double seconds, int amplitude)
{
    std::mt19937 random(7);
    for (int i = 0; i < int(seconds * sampleRate); ++i)
        m_samples.push_back(qint16(int(random() % unsigned(2 * amplitude + 1)) - amplitude));
}

void FliteSpeech::silence(double seconds)
{
    m_samples.resize(m_samples.size() + size_t(seconds * sampleRate), 0);
}

QStringList sentences(int count)
{
    const QStringList subjects{u"The old captain"_s,       u"My younger sister"_s,    u"A careful listener"_s,
                               u"Nobody in the village"_s, u"The morning train"_s,    u"Our best reporter"_s,
                               u"The committee"_s,         u"Every second student"_s, u"That quiet neighbour"_s};
    const QStringList verbs{u"remembered"_s,     u"never quite understood"_s, u"wrote down"_s,      u"carried away"_s,
                            u"wanted to hear"_s, u"forgot about"_s,           u"slowly explained"_s};
    const QStringList objects{
        u"the story of the broken lighthouse"_s, u"seven letters from the harbour"_s,   u"a song about winter"_s,
        u"what the doctor had promised"_s,       u"the number of boats on the river"_s, u"an answer to the question"_s,
        u"the sound of the kitchen clock"_s,     u"several reasons for hope"_s};
    const QStringList endings{u"before breakfast."_s, u"and went home without a word."_s,
                              u"on a cold evening in March."_s, u"because the radio had stopped."_s,
                              u"while everybody else was asleep."_s};
    QStringList result;
    std::mt19937 random(3);
    const auto pick = [&](const QStringList &from) { return from[qsizetype(random() % unsigned(from.size()))]; };
    for (int i = 0; i < count; ++i)
        result.append(QStringList{pick(subjects), pick(verbs), pick(objects), pick(endings)}.join(u' '));
    return result;
}

} // namespace earmark::test
