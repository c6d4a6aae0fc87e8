// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flite/flitespeech.h"

#include <memory>

#include <flite/flite.h>

extern "C" {
cst_voice *register_cmu_us_slt(const char *);
cst_voice *register_cmu_us_rms(const char *);
}

namespace earmark::tests {

namespace {

struct DeleteUtterance {
    void operator()(cst_utterance *utterance) const { delete_utterance(utterance); }
};

} // namespace

FliteSpeech speakWithFlite(const QStringList &sentences, bool twoVoices)
{
    flite_init();
    cst_voice *const woman = register_cmu_us_slt(nullptr);
    cst_voice *const man = twoVoices ? register_cmu_us_rms(nullptr) : woman;
    FliteSpeech speech;
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        const QByteArray text = sentences[i].toUtf8();
        const std::unique_ptr<cst_utterance, DeleteUtterance> utterance(
            flite_synth_text(text.constData(), i % 2 ? man : woman));
        const double begin = double(speech.samples.size()) / FliteSpeech::sampleRate;
        for (const cst_item *word = relation_head(utt_relation(utterance.get(), "Word")); word;
             word = item_next(word)) {
            const cst_item *first = path_to_item(word, "R:SylStructure.daughter1.daughter1.R:Segment");
            const cst_item *last = path_to_item(word, "R:SylStructure.daughtern.daughtern.R:Segment");
            if (!first || !last)
                continue;
            const cst_item *before = item_prev(first);
            const double start = before ? double(item_feat_float(before, "end")) : 0.0;
            speech.words.push_back(
                {QString::fromUtf8(item_name(word)), begin + start, begin + double(item_feat_float(last, "end"))});
        }
        const cst_wave *wave = utt_wave(utterance.get());
        speech.samples.insert(speech.samples.end(), wave->samples, wave->samples + wave->num_samples);
    }
    return speech;
}

} // namespace earmark::tests
